package io.github.schemasplit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.AssignmentBuilder;
import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.ReplaceObstacle;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Access;
import io.github.schemasplit.mapping.AccessGrants;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Roles, memberships and ACLs at random; who reaches what is worked out here again, in another way than the planner's. */
class UsageStepPropertyTest {
    private static final int ROLES = 7;
    private static final Identifier TARGET = Identifier.of("Order \"T\"");

    @Property(tries = 500)
    void noRoleGainsOrLosesWhatItReaches(@ForAll long seed) {
        World world = new World(new Random(seed));
        Set<Grantee> granted = world.grants();

        for (Role role : world.roles) {
            boolean before = world.usage(role, world.target, Set.of());
            boolean after = world.usage(role, world.target, granted);
            boolean reached = world.usage(role, world.source, Set.of()) && world.holdsSomething(role);
            assertThat(after)
                    .as("%s of %s with %s", role, world.objects, granted)
                    .isEqualTo(before || reached);
        }
    }

    /** Where the mapping is all that is granted: who keeps USAGE by it, or owns something there, has it all the time, and no other gets it. */
    @Property(tries = 500)
    void noRoleGainsForAMomentWhatAStrictMappingDoesNotGive(@ForAll long seed) {
        World world = new World(new Random(seed));
        Set<Identifier> usage = world.someRoles();
        Set<Grantee> granted = world.grants(Optional.of(new Access(
                Optional.empty(),
                true,
                List.copyOf(usage),
                List.of(),
                AccessGrants.NONE,
                AccessGrants.NONE,
                List.of())));

        for (Role role : world.roles) {
            boolean before = world.usage(role, world.target, Set.of());
            boolean after = world.usage(role, world.target, granted);
            boolean reached = world.usage(role, world.source, Set.of()) && world.holdsSomething(role);
            Set<Grantee> given = usage.stream()
                    .map(r -> r.equals(Access.EVERYBODY) ? Grantee.PUBLIC : Grantee.of(r))
                    .collect(Collectors.toSet());
            boolean keeps = role.superuser() || given.stream().anyMatch(world.actsAs(role)::contains);
            // The rights of an owner are those of its members.
            boolean owns = world.roles.stream()
                    .filter(o -> world.actsAs(role).contains(Grantee.of(o.name())))
                    .anyMatch(o ->
                            world.objects.stream().anyMatch(x -> x.owner().equals(o.name()))
                                    && !world.usage(o, world.target, Set.of())
                                    && world.usage(o, world.source, Set.of()));
            assertThat(after)
                    .as("%s of %s with %s for %s", role, world.objects, granted, usage)
                    .isEqualTo(before || reached && keeps || owns);
        }
    }

    /** A schema with objects, a schema that they all move to, and roles. */
    private static final class World {
        private final Random random;
        private final List<Role> roles = new ArrayList<>();
        private final List<SchemaObject> objects = new ArrayList<>();
        private final Schema source;
        private final Schema target;
        private final boolean targetExists;

        World(Random random) {
            this.random = random;
            for (int i = 0; i < ROLES; i++) {
                List<Role.Membership> memberships = IntStream.range(0, i)
                        .filter(j -> chance(3))
                        .mapToObj(j -> new Role.Membership(role(j), !chance(3)))
                        .toList();
                roles.add(new Role(i + 1, role(i), chance(8), true, false, memberships, List.of(), List.of(), true));
            }
            source = new Schema(100, Identifier.of("public"), anyRole(), acl(Privilege.USAGE, Privilege.CREATE));
            targetExists = chance(2);
            target = new Schema(
                    101, TARGET, anyRole(), targetExists ? acl(Privilege.USAGE, Privilege.CREATE) : Optional.empty());
            for (int i = 0; i <= random.nextInt(3); i++) {
                objects.add(chance(4) ? routine(i) : table(i));
            }
        }

        Set<Grantee> grants() {
            return grants(Optional.empty());
        }

        /** Everybody among them now and then. */
        Set<Identifier> someRoles() {
            Set<Identifier> some = new HashSet<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                some.add(chance(6) ? Access.EVERYBODY : anyRole());
            }
            return some;
        }

        Set<Grantee> grants(Optional<Access> access) {
            List<CatalogObject> all = new ArrayList<>(roles);
            all.add(source);
            all.addAll(objects);
            if (targetExists) {
                all.add(target);
            }
            Server server = new Server(
                    130_000,
                    "13.0",
                    Identifier.of("d"),
                    1,
                    target.owner(),
                    true,
                    true,
                    List.of(),
                    Identifier.of("nobody"),
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    false,
                    false);
            AssignmentBuilder assignment =
                    new AssignmentBuilder(new Snapshot(server, all, List.of(), List.of(), List.of(), List.of()));
            access.ifPresent(said -> assignment.target(TARGET.value(), said));
            objects.forEach(o -> assignment.place(o, TARGET.value()));
            Set<Grantee> granted = new HashSet<>();
            for (Operation operation : new UsageStep().operations(assignment.build())) {
                GrantOnSchema grant = (GrantOnSchema) operation;
                assertThat(grant.schema()).isEqualTo(TARGET);
                assertThat(grant.privilege()).isEqualTo(Privilege.USAGE);
                granted.add(grant.grantee());
            }
            return granted;
        }

        boolean usage(Role role, Schema schema, Set<Grantee> more) {
            Set<Grantee> holders = new HashSet<>(more);
            schema.acl()
                    .ifPresentOrElse(
                            a -> a.items().stream()
                                    .filter(i -> i.privileges().contains(Privilege.USAGE))
                                    .forEach(i -> holders.add(i.grantee())),
                            () -> holders.add(Grantee.of(schema.owner())));
            return role.superuser() || holders.stream().anyMatch(actsAs(role)::contains);
        }

        boolean holdsSomething(Role role) {
            return role.superuser()
                    || objects.stream().anyMatch(o -> holders(o).stream().anyMatch(actsAs(role)::contains));
        }

        private static Set<Grantee> holders(CatalogObject object) {
            Set<Grantee> holders = new HashSet<>();
            if (object instanceof Relation table) {
                holders.add(Grantee.of(table.owner()));
                table.acl().ifPresent(a -> a.items().forEach(i -> holders.add(i.grantee())));
                table.columns().forEach(c -> c.acl().ifPresent(a -> a.items().forEach(i -> holders.add(i.grantee()))));
            } else if (object instanceof Routine routine) {
                holders.add(Grantee.of(routine.owner()));
                routine.acl()
                        .ifPresentOrElse(
                                a -> a.items().forEach(i -> holders.add(i.grantee())),
                                () -> holders.add(Grantee.PUBLIC));
            }
            return holders;
        }

        /** PUBLIC, the role, and what it inherits, until nothing new is found. */
        private Set<Grantee> actsAs(Role role) {
            Set<Grantee> found = new HashSet<>(Set.of(Grantee.PUBLIC, Grantee.of(role.name())));
            boolean grown = true;
            while (grown) {
                grown = false;
                for (Role other : roles) {
                    for (Role.Membership membership : other.memberOf()) {
                        grown |= found.contains(Grantee.of(other.name()))
                                && membership.inherits()
                                && found.add(Grantee.of(membership.role()));
                    }
                }
            }
            return found;
        }

        private Relation table(int number) {
            Column column = new Column(
                    1, Identifier.of("c"), 23, false, chance(3) ? acl(Privilege.SELECT) : Optional.empty(), "");
            return new Relation(
                    200 + number,
                    QualifiedName.of("public", "t" + number),
                    RelationKind.TABLE,
                    anyRole(),
                    acl(Privilege.SELECT, Privilege.INSERT),
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    List.of(),
                    List.of(),
                    List.of(column),
                    "",
                    0,
                    0);
        }

        private Routine routine(int number) {
            return new Routine(
                    300 + number,
                    QualifiedName.of("public", "f" + number),
                    "",
                    List.of(),
                    0,
                    'f',
                    Identifier.of("sql"),
                    anyRole(),
                    acl(Privilege.EXECUTE),
                    false,
                    List.of(),
                    "",
                    Optional.empty(),
                    ReplaceObstacle.NONE,
                    "");
        }

        private Optional<Acl> acl(Privilege... privileges) {
            if (chance(3)) {
                return Optional.empty();
            }
            List<AclItem> items = IntStream.range(0, random.nextInt(3))
                    .mapToObj(i -> new AclItem(
                            chance(6) ? Grantee.PUBLIC : Grantee.of(anyRole()),
                            Set.of(privileges[random.nextInt(privileges.length)]),
                            Set.of(),
                            anyRole()))
                    .toList();
            return Optional.of(new Acl(items));
        }

        private Identifier anyRole() {
            return role(random.nextInt(ROLES));
        }

        private static Identifier role(int number) {
            return Identifier.of("r" + number);
        }

        private boolean chance(int oneIn) {
            return random.nextInt(oneIn) == 0;
        }
    }
}

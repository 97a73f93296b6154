package io.github.schemasplit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateTextTest {
    private static final Identifier OWNER = Identifier.of("owner");

    /** The journal keeps hashes of such texts: whoever changes one makes what journals hold incomparable. */
    @Test
    void saysTheSameOnEachVersionOfJava() {
        Acl acl = new Acl(List.of(new AclItem(
                Grantee.PUBLIC, Set.of(Privilege.SELECT, Privilege.INSERT), Set.of(Privilege.SELECT), OWNER)));
        assertThat(new Schema(7, Identifier.of("Web \"Shop\""), OWNER, Optional.of(acl)).state())
                .isEqualTo("10:Web \"Shop\"5:owner1;0:2:ar1:r5:owner");
        assertThat(new Trigger(8, Identifier.of("t"), 9, 10, List.of(), Optional.empty(), "a|b").state())
                .isEqualTo("1:t9;3:a|b");
    }

    @Test
    void noTwoListsOfPartsGiveTheSameText() {
        assertThat(new StateText().add("a").add("b1:c").toString())
                .isNotEqualTo(new StateText().add("a1:b").add("c").toString());
        assertThat(new StateText().addAll(List.of("a")).add("b").toString())
                .isNotEqualTo(new StateText().addAll(List.of("a", "b")).toString());
        assertThat(new StateText().add(1).add(2).toString())
                .isNotEqualTo(new StateText().add(12).toString());
    }

    /** NULL, which means the defaults, is not the same as an ACL that says that nobody has anything. */
    @Test
    void noAclIsNotAnEmptyOne() {
        assertThat(new StateText().add(Optional.empty()).toString())
                .isNotEqualTo(
                        new StateText().add(Optional.of(new Acl(List.of()))).toString());
    }
}

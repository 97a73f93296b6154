package io.github.schemasplit.plan;

/** An operation that changes who may do what. They are carried out in a change of their own, after everything is in its place. */
public sealed interface AccessOperation extends Operation permits AlterPrivileges, PolicyOperation, RoleOperation {}

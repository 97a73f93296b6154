-- |source: "public"
-- |compatibility: none
-- |unmapped: keep
-- |schemas:
-- |  "crm":
-- |    tables:
-- |      - "orders"
-- |      - "notes"
-- |    #|access:
-- |    #|  strict: true
-- |    #|  usage: ["hostile_a"]
-- |    #|  tables: {"hostile_a": [select]}
CREATE TABLE orders (id int);
CREATE TABLE notes (id int);
REVOKE ALL ON TABLE orders FROM CURRENT_USER;
REVOKE ALL ON TABLE notes FROM CURRENT_USER;

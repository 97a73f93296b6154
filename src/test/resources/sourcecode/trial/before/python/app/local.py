import sqlite3
def get():
    con = sqlite3.connect("notifications.db")
    con.execute("SELECT * FROM notifications WHERE id = ?", (1,))
    con.execute("DELETE FROM users WHERE id = 1")

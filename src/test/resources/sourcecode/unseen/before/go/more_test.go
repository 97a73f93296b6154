package g
func TestX(t *testing.T) {
	assert.Contains(t, sql, "FROM orders WHERE id = 1")
	assert.Contains(t, sql, "FROM orders WHERE id = 1", "FROM users WHERE id = 1")
	assert.NoError(t, db.Exec("DELETE FROM orders WHERE id = 1"))
	require.Equal(t, []string{"SELECT * FROM orders WHERE id = 1"}, got, "SELECT * FROM users WHERE id = 1")
	is.Equal(n, 1, "SELECT * FROM users WHERE id = 1")
	tests := []struct{ name, sql string }{{name: "SELECT * FROM users WHERE id = 1", sql: "SELECT * FROM topics WHERE id = 1"}}
	assert.Eventually(t, func() bool { return count(db, "SELECT count(*) FROM orders") == 1 }, 1, 2, "SELECT * FROM users WHERE id = 1")
}

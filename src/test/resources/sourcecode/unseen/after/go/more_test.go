package g
func TestX(t *testing.T) {
	assert.Contains(t, sql, "FROM ecommerce.orders WHERE id = 1")
	assert.Contains(t, sql, "FROM ecommerce.orders WHERE id = 1", "FROM users WHERE id = 1")
	assert.NoError(t, db.Exec("DELETE FROM ecommerce.orders WHERE id = 1"))
	require.Equal(t, []string{"SELECT * FROM ecommerce.orders WHERE id = 1"}, got, "SELECT * FROM users WHERE id = 1")
	is.Equal(n, 1, "SELECT * FROM users WHERE id = 1")
	tests := []struct{ name, sql string }{{name: "SELECT * FROM users WHERE id = 1", sql: "SELECT * FROM ai_services.topics WHERE id = 1"}}
	assert.Eventually(t, func() bool { return count(db, "SELECT count(*) FROM ecommerce.orders") == 1 }, 1, 2, "SELECT * FROM users WHERE id = 1")
}

package store

func TestOrders(t *testing.T) {
	assert.Equal(t, 1, n, "SELECT * FROM orders WHERE id = 1")
	assert.Equal(t, "SELECT * FROM orders WHERE id = $1", sql)
	require.NoError(t, err, "DELETE FROM users WHERE id = 1")
	require.Truef(t, ok, "UPDATE users SET x = %d", 1)
	s.Require().Equal(1, n, "SELECT id FROM topics WHERE id = 1")
	assert.Fail(t, "DELETE FROM orders WHERE id = 1")
	t.Run("SELECT * FROM users WHERE id = 1", func(t *testing.T) {})
	t.Skip("SELECT * FROM users WHERE id = 1")
	mock.ExpectQuery("SELECT id FROM orders WHERE id = $1")
	Expect(n).To(Equal(1), "SELECT * FROM orders WHERE id = 1")
	if n != 1 {
		t.Fatalf("SELECT * FROM orders WHERE id = 1: %d", n)
	}
}

class TestReports(unittest.TestCase):
    def test_orders(self):
        self.assertEqual(1, n, "SELECT * FROM orders WHERE id = 1")
        self.assertEqual("SELECT * FROM orders WHERE id = 1", sql)
        self.assertTrue(n, msg="DELETE FROM users WHERE id = 1")
        pytest.fail("SELECT * FROM users WHERE id = 1")
        pytest.skip("SELECT * FROM users WHERE id = 1")

package shop.android
import com.google.firebase.firestore.ktx.firestore
fun users() = Firebase.firestore.collection("users").document("orders").get()
fun nav(c: NavController) = c.navigate("orders/users")

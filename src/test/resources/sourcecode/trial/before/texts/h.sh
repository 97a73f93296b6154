git commit -m "update users set x = 1"
curl -d "select * from orders where id = 1" http://x
jq -r '.orders[] | select(.users == 1)' file
awk '{ print "select * from users where id = 1" }'
kubectl get users -o name

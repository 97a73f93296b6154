#!/bin/sh
# Makes an image of PostgreSQL of an unpacked server and this machine's C library and shell, in seconds and without a network.
# image.sh <the server's folder, with bin, lib and share> <an empty folder> <the image's name>
set -eu
server=$1 root=$2 image=$3
here=$(dirname "$0")

mkdir -p "$root/pg" "$root/bin" "$root/etc" "$root/lib64"
mkdir -m 1777 "$root/tmp"
cp -a "$server/." "$root/pg/"
echo 'postgres:x:999:999::/tmp:/bin/sh' > "$root/etc/passwd"
echo 'postgres:x:999:' > "$root/etc/group"
cp "$here/entrypoint.sh" "$root/entrypoint.sh"
chmod 755 "$root/entrypoint.sh"
cp -L /bin/sh "$root/bin/sh"

# What they need of this machine, where the server does not bring it.
{
  ldd /bin/sh
  for program in "$server"/bin/* "$server"/lib/*.so* "$server"/lib/postgresql/*.so; do
    ldd "$program" 2> /dev/null || true
  done
} | sed -n -e 's/.*=> \(\/[^ ]*\) .*/\1/p' -e 's/^[[:space:]]*\(\/[^ ]*\) .*/\1/p' | sort -u | while read -r library; do
  case $library in
    "$server"/*) continue ;;
  esac
  mkdir -p "$root$(dirname "$library")"
  cp -L "$library" "$root$library"
done

tar -C "$root" -c . | docker import \
  --change 'USER 999' \
  --change 'ENV PATH=/pg/bin:/bin' \
  --change 'EXPOSE 5432' \
  --change 'ENTRYPOINT ["/entrypoint.sh"]' \
  --change 'CMD ["postgres"]' \
  - "$image"

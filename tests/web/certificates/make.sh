#!/bin/sh
# The certificates of the tests, good until 2120: an authority of their own, and sites that it
# vouches for. The keys protect nothing.
set -e
cd "$(dirname "$0")"
work=$(mktemp -d)
touch "$work/index"
echo 01 >"$work/serial"
cat >"$work/conf" <<END
[ca]
default_ca = tests
[tests]
database = $work/index
serial = $work/serial
new_certs_dir = $work
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
[authority]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[site]
basicConstraints = CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = DNS:news.example, IP:127.0.0.1
END
request() {
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$2" \
        -keyout "$work/$1.key" -out "$work/$1.csr" 2>/dev/null
}
sign() {
    openssl ca -batch -notext -config "$work/conf" -in "$work/$1.csr" -out "$work/$1.crt" \
        -startdate 20200101000000Z -enddate "$2" -extensions "$3" -keyfile "$work/$4.key" $5 \
        2>/dev/null
}
request authority "Authority of the tests"
sign authority 21200101000000Z authority authority -selfsign
request news news.example
sign news 21200101000000Z site authority "-cert $work/authority.crt"
request expired news.example
sign expired 20210101000000Z site authority "-cert $work/authority.crt"
cat "$work/authority.crt" >authority.pem
cat "$work/news.key" "$work/news.crt" >news.pem
cat "$work/expired.key" "$work/expired.crt" >expired.pem
rm -r "$work"

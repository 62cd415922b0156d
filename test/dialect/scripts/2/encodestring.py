import base64
print(base64.encodestring('user:password'))

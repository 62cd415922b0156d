# What needs a socket of the script's own says so when it is used, and why.
import ftplib
import http.server
import imaplib
import poplib
import smtplib
import socket
import ssl
import urllib.request
import xmlrpc.server

ADDRESS = ("127.0.0.1", 1)


def said(error):
    """With the reason, which may stand at what it came from."""
    notes = getattr(error, "__notes__", []) or [note for note in getattr(error.__context__, "__notes__", [])]
    return f"{type(error).__name__}: {error} {notes}"


for name, use in {
    "socket": socket.socket, "socketpair": socket.socketpair, "create_connection": lambda: socket.create_connection(ADDRESS),
    "create_server": lambda: socket.create_server(ADDRESS), "getaddrinfo": lambda: socket.getaddrinfo("localhost", 80),
    "gethostbyname": lambda: socket.gethostbyname("localhost"), "gethostbyaddr": lambda: socket.gethostbyaddr("127.0.0.1"),
    "getnameinfo": lambda: socket.getnameinfo(ADDRESS, 0), "SMTP": lambda: smtplib.SMTP("127.0.0.1"),
    "SMTP_SSL": lambda: smtplib.SMTP_SSL("127.0.0.1"), "FTP": lambda: ftplib.FTP("127.0.0.1"),
    "FTP_TLS": lambda: ftplib.FTP_TLS("127.0.0.1"), "ftp:": lambda: urllib.request.urlopen("ftp://127.0.0.1/x"),
    "IMAP4": lambda: imaplib.IMAP4("127.0.0.1"), "POP3_SSL": lambda: poplib.POP3_SSL("127.0.0.1"),
    "HTTPServer": lambda: http.server.HTTPServer(ADDRESS, http.server.BaseHTTPRequestHandler),
    "SimpleXMLRPCServer": lambda: xmlrpc.server.SimpleXMLRPCServer(ADDRESS),
    "wrap_socket": lambda: ssl.create_default_context().wrap_socket(None, server_hostname="x"), "MemoryBIO": ssl.MemoryBIO,
}.items():
    try:
        use()
    except OSError as error:
        print(name, "-", said(error))

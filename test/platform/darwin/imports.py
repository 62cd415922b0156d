"""macOS' urllib.request imports _scproxy, which is asked only with it."""
import sys
import urllib.request

assert sys.platform == "darwin"
assert urllib.request.getproxies is not urllib.request.getproxies_environment
assert urllib.request._get_proxies is sys.modules["_scproxy"]._get_proxies
assert "_pyrunner.proxy_settings" not in sys.modules

import urllib2
async def main():
    pass

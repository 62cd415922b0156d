"""The headers of a page, with the methods that Python 2's mimetools.Message had and email.message has not."""

import http.client

__all__ = ["Headers"]


class Headers(http.client.HTTPMessage):
    def __init__(self, headers=()) -> None:
        """`headers` are pairs of name and value, in order."""
        super().__init__()
        for name, value in headers:
            self[name] = value  # adds a line, replaces none

    def getheader(self, name: str, default=None):
        return ", ".join(self.getheaders(name)) if name in self else default

    def getheaders(self, name: str) -> list:
        return self.get_all(name, [])

    def gettype(self) -> str:
        return self.get_content_type()

    def getmaintype(self) -> str:
        return self.get_content_maintype()

    def getsubtype(self) -> str:
        return self.get_content_subtype()

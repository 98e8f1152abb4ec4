"""A page that is the same for everybody but for one word, kept with most of its compression done."""

import zlib

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import re_accepts_gzip
from django.utils.cache import patch_vary_headers

MARK = "the-word-that-is-ones-own"
GZIP = 16 + zlib.MAX_WBITS


class KeptPage:
    """Made of a page in which `MARK` stands once; the nearer to its end, the less is compressed for each visitor.

    Words are put in as they are: letters, digits and hyphens alone. Nothing that a stranger could choose stands in the
    page, so that its length when compressed tells nothing.
    """

    __slots__ = ("after", "before", "begun")

    def __init__(self, page: str) -> None:
        """Compress what stands before the mark."""
        before, _, after = page.partition(MARK)
        self.after, begun = after.encode(), zlib.compressobj(wbits=GZIP)
        self.before = before.encode()
        self.begun = begun, begun.compress(self.before)

    def response(self, request: HttpRequest, word: str) -> HttpResponse:
        """The page with a word, compressed for a browser that takes it so."""
        rest = word.encode() + self.after
        if not re_accepts_gzip.search(request.headers.get("Accept-Encoding", "")):
            return HttpResponse(self.before + rest)
        begun, packed = self.begun
        going_on = begun.copy()
        response = HttpResponse(packed + going_on.compress(rest) + going_on.flush())
        response.headers["Content-Encoding"] = "gzip"
        patch_vary_headers(response, ["Accept-Encoding"])
        return response

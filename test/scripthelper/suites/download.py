"""download, from a server that misbehaves: SERVER has its address. Run under each Python."""

import contextlib
import errno
import hashlib
import http.client
import io
import json
import os
import ssl
import sys
import unittest
import urllib.error
import urllib.request
import uuid

import scripthelper as sh

SERVER = os.environ["SERVER"]
CONTENT = bytes(range(256)) * 2000  # what misbehaving-server.ts serves
DIGEST = hashlib.sha256(CONTENT).hexdigest()
EMPTY = hashlib.sha256(b"").hexdigest()


def asked(url):
    """The requests for a URL so far: [method, Range, If-Range, Accept-Encoding] of each."""
    with urllib.request.urlopen(f"{SERVER}/asked?{url[len(SERVER):]}") as answer:
        return json.load(answer)


def content(path):
    with open(path, "rb") as file:
        return file.read()


class Downloads(unittest.TestCase):
    def setUp(self):
        self.addCleanup(os.chdir, os.getcwd())
        os.mkdir(self.id())
        os.chdir(self.id())

    def url(self, behaviour):
        return f"{SERVER}/{behaviour}/{uuid.uuid4().hex}"

    def fetch(self, behaviour, *args, **options):
        self.last = self.url(behaviour)
        return sh.download(self.last, "file", *args, **{"pause": 0.01, **options})

    def refused(self, error, behaviour, *args, **options):
        """It fails, leaves nothing behind, and a file that was there is as it was."""
        with self.assertRaises(error) as caught:
            self.fetch(behaviour, *args, **options)
        self.assertEqual(os.listdir(), [])
        with open("file", "w") as file:
            file.write("precious")
        with self.assertRaises(error):
            self.fetch(behaviour, *args, **options)
        self.assertEqual((os.listdir(), content("file")), (["file"], b"precious"))
        return caught.exception

    def test_a_whole_file(self):
        for behaviour in ("whole", "chunked", "no-length", "bare"):
            for digest in (None, DIGEST, DIGEST.upper()):
                self.assertEqual(self.fetch(behaviour, digest), "file")
                self.assertEqual((os.listdir(), content("file")), (["file"], CONTENT))
                self.assertEqual(asked(self.last), [["GET", None, None, "identity"]])
                os.unlink("file")
        self.assertEqual(self.fetch("empty", EMPTY), "file")
        self.assertEqual((os.listdir(), content("file")), (["file"], b""))

    def test_it_takes_the_place_of_another(self):
        with open("file", "w") as file:
            file.write("old")
        os.symlink("file", "link")
        self.fetch("whole")
        self.assertEqual((sorted(os.listdir()), content("link")), (["file", "link"], CONTENT))

    def test_a_file_has_the_rights_that_new_files_have(self):
        self.addCleanup(os.umask, os.umask(0o027))
        self.fetch("whole")
        self.assertEqual(os.stat("file").st_mode & 0o777, 0o640)

    def test_what_is_there_already_is_not_fetched(self):
        self.fetch("whole", DIGEST)
        self.fetch("whole", DIGEST)
        self.assertEqual(asked(self.last), [])

    def test_a_broken_connection_goes_on_where_it_was(self):
        self.fetch("cuts", DIGEST)
        self.assertEqual(content("file"), CONTENT)
        requests = asked(self.last)
        self.assertEqual(requests[0], ["GET", None, None, "identity"])
        self.assertGreater(len(requests), 4)  # each has 100,000 bytes at most, and progress is no failure
        for _, bytes_from, tag, _ in requests[1:]:
            self.assertRegex(bytes_from, r"^bytes=[1-9]\d*-$")
            self.assertEqual(tag, '"one"')

    def test_a_date_serves_where_there_is_no_tag(self):
        self.fetch("cuts-dated")
        self.assertEqual(content("file"), CONTENT)
        self.assertEqual(asked(self.last)[1][2], "Wed, 01 Jan 2020 00:00:00 GMT")

    def test_a_file_that_changed_is_fetched_anew(self):
        self.fetch("changes")
        self.assertEqual(content("file"), CONTENT[::-1])
        self.assertEqual([request[2] for request in asked(self.last)], [None, '"one"'])

    def test_a_weak_tag_is_no_reason_to_go_on(self):
        self.fetch("weak", DIGEST)
        self.assertEqual([request[1:3] for request in asked(self.last)], [[None, None], [None, None]])

    def test_another_range_than_the_one_asked_for_is_not_taken(self):
        self.fetch("other-range", DIGEST)
        self.assertEqual(content("file"), CONTENT)

    def test_a_resumed_file_with_another_digest_is_fetched_anew_once(self):
        self.fetch("mixes", DIGEST)
        self.assertEqual(content("file"), CONTENT)
        self.assertEqual(len(asked(self.last)), 3)

    def test_pieces_of_two_files_are_not_put_together(self):
        for behaviour in ("mixes-tags", "mixes-dates", "other-size", "more-than-said"):
            self.fetch(behaviour)  # no digest would find it
            self.assertEqual(content("file"), CONTENT)
            self.assertIsNotNone(asked(self.last)[1][1])
            self.assertEqual(asked(self.last)[2][1:3], [None, None])
            os.unlink("file")

    def test_what_was_said_once_of_the_length_counts(self):
        for digest in (None, DIGEST):
            self.fetch("unknown-size", digest)
            self.assertEqual(content("file"), CONTENT)
            os.unlink("file")

    def test_a_busy_server_is_asked_again(self):
        for behaviour in ("busy", "busy-until", "too-many"):
            self.fetch(behaviour, DIGEST, pause=600)  # Retry-After counts: 0 seconds, or a date that has passed
            self.assertEqual(len(asked(self.last)), 3)
            os.unlink("file")

    def test_attempts_end(self):
        error = self.refused(urllib.error.HTTPError, "failing", attempts=3)
        self.assertEqual((error.code, len(asked(self.last))), (500, 3))

    def test_an_answer_that_will_not_change_is_final(self):
        for behaviour, code in (("gone", 404), ("forbidden", 403), ("circle", 302)):
            error = self.refused(urllib.error.HTTPError, behaviour)
            self.assertEqual(error.code, code)
            os.unlink("file")
            if behaviour != "circle":
                self.assertEqual(len(asked(self.last)), 1)

    def test_a_server_that_lies_about_the_length(self):
        for behaviour in ("promises-more", "cut-chunk", "always-cut"):
            self.refused((urllib.error.URLError, http.client.HTTPException, ConnectionError), behaviour, attempts=2)
            os.unlink("file")

    def test_a_server_that_lies_about_the_content(self):
        error = self.refused(ValueError, "whole", "0" * 64)
        self.assertIn(f"the file's sha256 is {DIGEST}, not {'0' * 64}; nothing was saved", str(error))

    def test_a_server_that_says_nothing(self):
        self.refused((urllib.error.URLError, TimeoutError, OSError), "silent", timeout=0.5, attempts=2)

    def test_what_is_no_url_or_no_digest_reaches_nobody(self):
        for url in ("file", "", "nothing://a/", "http:///x", "http://[::1/"):
            with self.assertRaises((ValueError, urllib.error.URLError)):
                sh.download(url, "file", pause=600)
        with self.assertRaises((ValueError, http.client.InvalidURL)):
            sh.download(f"{SERVER}/a b", "file", pause=600)
        for digest in ("", "0" * 63, DIGEST[:-1] + "g"):
            with self.assertRaises(ValueError):
                self.fetch("whole", digest)
        self.assertEqual(os.listdir(), [])

    def test_a_host_that_nobody_answers_for(self):
        with self.assertRaises(urllib.error.URLError) as caught:
            sh.download("http://127.0.0.1:1/", "file", pause=0.01, attempts=2)
        self.assertIsInstance(caught.exception.reason, ConnectionRefusedError)
        self.assertEqual(os.listdir(), [])

    def test_a_place_that_cannot_be_is_an_error_before_anything_is_fetched(self):
        os.mkdir("folder")
        for place, error in (("folder", IsADirectoryError), ("absent/file", FileNotFoundError)):
            url = self.url("whole")
            with self.assertRaises(error) as caught:
                sh.download(url, place)
            self.assertEqual((caught.exception.filename, asked(url)), (place, []))

    def test_other_urls_and_requests(self):
        with open("source", "wb") as file:
            file.write(CONTENT)
        sh.download("file://" + urllib.request.pathname2url(os.path.abspath("source")), "copy", DIGEST)
        self.assertEqual(content("copy"), CONTENT)
        with self.assertRaises(urllib.error.URLError):
            sh.download("file:///absent/of/all", "copy2", pause=600)
        url = self.url("posted")
        request = urllib.request.Request(url, b"words", {"Accept-Encoding": "br", "X-Word": "b"})
        sh.download(request, "answer")
        self.assertEqual((content("answer"), asked(url)), (b"words", [["POST", None, None, "br"]]))

    def test_a_name_may_be_as_long_as_a_file_system_takes(self):
        for name in ("n" * 255, "é" * 127):
            sh.download(self.url("cuts"), name, DIGEST, pause=0.01)
            self.assertEqual((os.listdir(), content(name)), ([name], CONTENT))
            os.unlink(name)

    def test_what_somebody_else_put_there_is_not_written_to(self):
        for make in (lambda: os.symlink("victim", ".file.part"), lambda: os.mkfifo(".file.part"), lambda: os.mkdir(".file.part")):
            make()
            self.fetch("whole", DIGEST)
            self.assertEqual((sorted(os.listdir()), content("file")), ([".file.part", "file"], CONTENT))
            (os.rmdir if os.path.isdir(".file.part") else os.unlink)(".file.part")
            os.unlink("file")

    def test_what_is_left_of_another_file_is_not_taken_up(self):
        for note in ('{"url": "http://other/", "validator": "\\"one\\""}', "[]", '{"url"', "{}"):
            for name, text in ((".file.part", "rubbish"), (".file.part.json", note)):
                with open(name, "w") as file:
                    file.write(text)
            self.fetch("whole", DIGEST)
            self.assertEqual((os.listdir(), content("file")), (["file"], CONTENT))
            self.assertIsNone(asked(self.last)[0][1])
            os.unlink("file")

    def test_a_terminal_that_is_gone_ends_no_download(self):
        class Gone(io.StringIO):
            def isatty(self):
                return True

            def write(self, text):
                raise OSError(errno.EIO, os.strerror(errno.EIO))

        with contextlib.redirect_stderr(Gone()):
            self.fetch("whole", DIGEST)
        self.assertEqual((content("file"), len(asked(self.last))), (CONTENT, 1))

    @unittest.skipUnless("SMALL" in os.environ, "no small file system could be mounted")
    def test_no_space_left_is_that_error_and_leaves_nothing(self):
        os.chdir(os.environ["SMALL"])
        before = os.listdir()
        url = self.url("whole")
        with self.assertRaises(OSError) as caught:
            sh.download(url, "file", DIGEST, pause=600)
        self.assertEqual(str(caught.exception), "[Errno 28] No space left on device: 'file'")
        self.assertEqual((os.listdir(), len(asked(url))), (before, 1))

    def test_a_certificate_that_nobody_trusts_is_final(self):
        with self.assertRaises(urllib.error.URLError) as caught:
            sh.download(os.environ["SECURE"], "file", pause=600)
        self.assertIsInstance(caught.exception.reason, ssl.SSLCertVerificationError)
        self.assertEqual(os.listdir(), [])


if __name__ == "__main__":
    unittest.main(verbosity=int("-v" in sys.argv) + 1)

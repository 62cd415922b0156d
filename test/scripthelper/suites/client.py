"""env and log: what goes between a script and its client. Run under each Python."""

import contextlib
import decimal
import io
import os
import pathlib
import unittest

import scripthelper as sh


class Environment(unittest.TestCase):
    def setUp(self):
        self.addCleanup(os.environ.update, dict(os.environ))
        self.addCleanup(os.environ.clear)  # which comes first
        os.environ.pop("VALUE", None)

    def test_a_value_has_the_type_that_was_asked_for(self):
        for text, kind, value in (
            ("x", str, "x"), ("", str, ""), (" a ", str, " a "), (" 12\n", int, 12), ("-3", int, -3), ("1.5", float, 1.5),
            ("/tmp/é", pathlib.Path, pathlib.Path("/tmp/é")), ("a,b", lambda text: text.split(","), ["a", "b"]),
        ):
            os.environ["VALUE"] = text
            self.assertEqual(sh.env("VALUE", type=kind), value)
            self.assertEqual(sh.env("VALUE", None, kind), value)

    def test_truths(self):
        for value, words in ((True, "1 true yes on TRUE Yes"), (False, "0 false no off False OFF")):
            for word in words.split():
                os.environ["VALUE"] = f" {word} "
                self.assertIs(sh.env("VALUE", type=bool), value)

    def test_a_default_comes_back_as_it_is(self):
        for default in (None, "5", 7, [], ""):
            self.assertIs(sh.env("VALUE", default, int), default)

    def test_a_variable_that_is_not_set_is_a_clear_error(self):
        for kind, more in ((str, ""), (int, "; it should be a whole number"), (pathlib.Path, "")):
            with self.assertRaises(KeyError) as caught:
                sh.env("VALUE", type=kind)
            self.assertEqual(str(caught.exception), f"environment variable VALUE is not set{more}")

    def test_a_value_of_another_kind_is_a_clear_error(self):
        words = "1, true, yes, on, 0, false, no, off"
        for text, kind, message in (
            ("12x", int, "is '12x'; it should be a whole number"), ("", int, "is ''; it should be a whole number"),
            ("a", float, "is 'a'; it should be a number"), ("maybe", bool, f"is 'maybe'; it should be one of {words}"),
            ("é", self.refuse, "is 'é': not today"), ("x", {"a": 1}.__getitem__, "is 'x': 'x'"),
            ("1,5", decimal.Decimal, "is '1,5': [<class 'decimal.ConversionSyntax'>]"),
        ):
            os.environ["VALUE"] = text
            with self.assertRaises(ValueError) as caught:
                sh.env("VALUE", 5, kind)
            self.assertEqual(str(caught.exception), f"environment variable VALUE {message}")
            self.assertIsNone(caught.exception.__cause__)

    @staticmethod
    def refuse(text):
        raise ValueError("not today")


ENTRY = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z "


class Log(unittest.TestCase):
    def setUp(self):
        self.addCleanup(os.environ.pop, "SCRIPTHELPER_LOG", None)

    def logged(self, *messages):
        """What comes on stderr."""
        with contextlib.redirect_stderr(io.StringIO()) as stream:
            for message in messages:
                sh.log(message)
        return stream.getvalue()

    def test_stderr_is_the_place_where_no_other_is_named(self):
        self.assertRegex(self.logged("héllo"), ENTRY + "héllo\n$")

    def test_a_file_gets_the_lines_at_its_end(self):
        with open("log", "w", encoding="utf-8") as file:
            file.write("before\n")
        os.environ["SCRIPTHELPER_LOG"] = os.path.abspath("log")
        self.assertEqual(self.logged("one", 2, "thr\u00e9e\nlines\r\nof it", "", "\udc80"), "")
        with open("log", encoding="utf-8") as file:
            lines = file.read().split("\n")
        self.assertEqual(lines[0], "before")
        for line, end in zip((lines[1], lines[2], lines[3], lines[6], lines[7]), ("one", "2", "thr\u00e9e", "", "\\udc80")):
            self.assertRegex(line, ENTRY + end.replace("\\", "\\\\") + "$")
        self.assertEqual(lines[4:6] + lines[8:], ["    lines", "    of it", ""])

    def test_a_descriptor_gets_them_as_well(self):
        reader, writer = os.pipe()
        os.environ["SCRIPTHELPER_LOG"] = f"fd:{writer}"
        self.assertEqual(self.logged("to the pipe"), "")
        os.close(writer)
        with open(reader) as file:
            self.assertRegex(file.read(), ENTRY + "to the pipe\n$")

    def test_what_cannot_be_written_there_goes_to_stderr_with_the_reason(self):
        closed = os.open(os.devnull, os.O_RDONLY)
        for place, reason in (
            ("absent/log", "No such file or directory"), (".", "Is a directory"), ("fd:x", "invalid literal"),
            (f"fd:{closed}", "Bad file descriptor"),
        ):
            os.environ["SCRIPTHELPER_LOG"] = place
            entry, why, end = self.logged("kept").split("\n")
            self.assertRegex(entry, ENTRY + "kept$")
            self.assertIn(f" SCRIPTHELPER_LOG={place}: ", why)
            self.assertIn(reason, why)
            self.assertEqual(end, "")

    def test_no_stderr_is_no_error(self):
        with contextlib.redirect_stderr(None):
            sh.log("nobody listens")


if __name__ == "__main__":
    unittest.main()

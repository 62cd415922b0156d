"""digest_file, verify_file and run_once. Run under each Python, in a folder that is removed afterwards."""

import hashlib
import os
import subprocess
import sys
import unittest

import scripthelper as sh

CONTENT = bytes(range(256)) * 5000


def write(name, content=b""):
    with open(name, "wb") as file:
        file.write(content)
    return name


class Digests(unittest.TestCase):
    def test_a_digest_is_hashlibs(self):
        write("data", CONTENT)
        for name in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b"):
            self.assertEqual(sh.digest_file("data", name), hashlib.new(name, CONTENT).hexdigest())

    def test_an_unknown_algorithm_is_hashlibs_error_with_the_known_ones(self):
        for name in ("nothing", "", "shake_128", "sha-3.14"):
            with self.assertRaisesRegex(ValueError, rf"^unsupported hash type {name}; available: .*\bsha256\b"):
                sh.digest_file("absent", name)
            with self.assertRaisesRegex(ValueError, rf"^unsupported hash type {name}; "):
                sh.verify_file("absent", name, "00")

    def test_a_file_is_verified(self):
        write("data", CONTENT)
        digits = hashlib.sha256(CONTENT).hexdigest()
        self.assertIs(sh.verify_file("data", "sha256", digits), True)
        self.assertIs(sh.verify_file("data", "SHA-256", f" {digits.upper()}\n"), True)
        for at in (0, 31, 63):
            wrong = digits[:at] + ("0" if digits[at] != "0" else "1") + digits[at + 1:]
            self.assertIs(sh.verify_file("data", "sha256", wrong), False)

    def test_what_is_no_digest_is_an_error(self):
        write("data", CONTENT)
        for text in ("", "0" * 63, "0" * 65, "g" * 64, "é" * 64, hashlib.sha1(CONTENT).hexdigest()):
            with self.assertRaisesRegex(ValueError, "^no digest of sha256, which has 64 hexadecimal digits: "):
                sh.verify_file("data", "sha256", text)

    def test_a_file_that_is_not_there_is_an_error(self):
        with self.assertRaises(FileNotFoundError) as caught:
            sh.verify_file("absent", "sha256", "0" * 64)
        self.assertEqual(caught.exception.filename, "absent")


class Once(unittest.TestCase):
    def test_a_marker_is_left_when_the_body_succeeded(self):
        for needed in (True, False, False):
            with sh.run_once("once") as answer:
                self.assertIs(answer, needed)
                self.assertEqual(os.path.exists("once"), not needed)
        with open("once") as file:
            self.assertRegex(file.read(), r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n$")

    def test_what_failed_leaves_none_and_is_tried_again(self):
        for error in (ValueError("x"), KeyboardInterrupt(), SystemExit(0)):
            with self.assertRaises(type(error)), sh.run_once("failed"):
                raise error
            self.assertFalse(os.path.exists("failed"))
        with sh.run_once("failed") as needed:
            self.assertTrue(needed)
        self.assertTrue(os.path.exists("failed"))

    def test_who_comes_second_changes_nothing(self):
        with sh.run_once("raced"):
            write("raced", b"theirs")
        with open("raced") as file:
            self.assertEqual(file.read(), "theirs")

    def test_a_link_to_nowhere_is_a_marker_and_is_not_followed(self):
        os.symlink("nowhere", "link")
        with sh.run_once("link") as needed:
            self.assertFalse(needed)
        with sh.run_once("later"):
            os.symlink("nowhere", "later")
        self.assertFalse(os.path.lexists("nowhere"))

    def test_a_place_without_a_folder_is_an_error_before_the_body(self):
        write("file")
        for marker, error in (("absent/x", FileNotFoundError), ("file/x", NotADirectoryError)):
            with self.assertRaises(error), sh.run_once(marker):
                self.fail("the body has run")

    def test_the_marker_is_where_it_was_named(self):
        os.mkdir("below")
        here = os.getcwd()
        try:
            with sh.run_once("named"):
                os.chdir("below")
        finally:
            os.chdir(here)
        self.assertTrue(os.path.exists("named"))

    def test_of_several_processes_one_makes_the_marker(self):
        program = "import scripthelper as sh\nwith sh.run_once('together') as needed: print(needed)"
        runs = [subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) for _ in range(4)]
        self.assertIn(b"True\n", [run.communicate()[0] for run in runs])
        self.assertEqual([run.returncode for run in runs], [0] * 4)


if __name__ == "__main__":
    unittest.main()

"""The package itself: cheap to import, documented, typed. Run under each Python."""

import ast
import inspect
import os
import pydoc
import subprocess
import sys
import typing
import unittest

import scripthelper as sh


class Package(unittest.TestCase):
    def test_importing_it_imports_nothing_else(self):
        program = "import sys; before = set(sys.modules); import scripthelper; print(sorted(set(sys.modules) - before))"
        shown = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, check=True).stdout
        self.assertIn(shown.strip(), ("['scripthelper']", "[]"))  # the second where a snapshot has it already

    def test_every_name_is_there_and_no_other(self):
        self.assertEqual([name for name in dir(sh) if not name.startswith("_")], sorted(sh.__all__))
        with self.assertRaisesRegex(AttributeError, "^module 'scripthelper' has no attribute 'nothing'$"):
            sh.nothing
        with self.assertRaises(ImportError):
            from scripthelper import nothing  # noqa: F401
        names = {}
        exec("from scripthelper import *", names)
        self.assertEqual(set(names) - {"__builtins__"}, set(sh.__all__))

    def test_help_says_what_each_does(self):
        text = pydoc.plain(pydoc.render_doc(sh))
        for name in sh.__all__:
            self.assertIn(f"{name}(", text)
            self.assertGreater(len(inspect.getdoc(getattr(sh, name)).splitlines()), 2, name)

    def test_every_parameter_and_answer_has_a_type(self):
        for name in sh.__all__:
            function = getattr(sh, name)
            function = function.__init__ if inspect.isclass(function) else function
            parameters = [each for each in inspect.signature(function).parameters if each != "self"]
            self.assertEqual(set(function.__annotations__), {*parameters, "return"}, name)
            if sys.version_info >= (3, 10):
                known = {**function.__globals__, **{word: typing.Any for word in ("Callable", "Literal", "Sequence")}}
                known["Literal"], known["Sequence"] = typing.Literal, typing.Sequence
                known["Callable"] = typing.Callable
                typing.get_type_hints(function, known)

    def test_the_names_for_readers_of_types_are_those_of_the_package(self):
        folder = os.path.dirname(sh.__file__)
        with open(os.path.join(folder, "__init__.py"), encoding="utf-8") as file:
            tree = ast.parse(file.read())
        found = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.level == 1:
                for alias in node.names:
                    self.assertEqual(alias.name, alias.asname)  # PEP 484: only then the name is passed on
                    found[alias.name] = node.module
        self.assertEqual(found, sh._PLACES)
        self.assertTrue(os.path.exists(os.path.join(folder, "py.typed")))

    def test_its_source_is_python_3_9(self):
        folder = os.path.dirname(sh.__file__)
        for name in os.listdir(folder):
            if name.endswith(".py"):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    ast.parse(file.read(), name, feature_version=(3, 9))


if __name__ == "__main__":
    unittest.main()

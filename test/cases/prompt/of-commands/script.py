# cmd.Cmd: commands from a pipe, help, an unknown one, the end of input.
import cmd


class Shell(cmd.Cmd):
    prompt = "(shell) "

    def do_greet(self, words):
        "greet NAME: says hello"
        print("hello,", words)

    def do_sum(self, words):
        print(sum(int(word) for word in words.split()))

    def do_EOF(self, words):
        print("end of input")
        return True


Shell().cmdloop("welcome")

# The traceback of an uncaught exception names each frame, innermost last
class Task:
    def __init__(self, name):
        self.name = name

    def run(self):
        return self.step(1)

    def step(self, number):
        if number == 3:
            return int(self.name +
                       ' is no number')
        return self.step(number + 1)


def main():
    print('starting')
    for name in ('backup', 'restore'):
        Task(name).run()


def again(depth):
    again(depth - 1) if depth else main()


if __name__ == '__main__':
    again(6)

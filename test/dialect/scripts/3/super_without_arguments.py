class A(dict):
    def __init__(self):
        super().__init__(a=unicode('x'))

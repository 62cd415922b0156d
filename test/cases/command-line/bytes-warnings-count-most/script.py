# -bb counts more than -W, and that more than PYTHONWARNINGS
import sys
import warnings
print(sys.warnoptions, [each[0] for each in warnings.filters[:3]])

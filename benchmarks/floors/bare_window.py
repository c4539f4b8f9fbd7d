"""The floor for start-up: a bare main window with three empty tables, painted once."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QTabWidget

from benchmarks.floors.process_clock import since_start

app = QApplication(sys.argv)
window = QMainWindow()
tabs = QTabWidget()
window.setCentralWidget(tabs)
for number in range(3):
    tabs.addTab(QTableView(), str(number))
window.resize(1280, 800)
window.show()


def painted() -> None:
    """Print seconds since process start, and end."""
    print(f"{since_start():.3f}")
    app.quit()


QTimer.singleShot(0, painted)
app.exec()

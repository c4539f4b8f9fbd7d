"""The program without a window: for administrators, for scripts, for tests."""

"""One function per thing a user does, and the desk that the screens hold."""

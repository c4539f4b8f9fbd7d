"""One function per question: a session in, frozen rows out."""

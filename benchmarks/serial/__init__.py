"""One thousand equal letters, made by the kit, by platypus and by Typst's compiler."""

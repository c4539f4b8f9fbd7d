"""KitaDesk: Übergang, Elternabende und Kontakte einer Kita in einem Programm."""

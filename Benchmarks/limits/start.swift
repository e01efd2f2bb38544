// The least that a program in Swift costs: it starts, says one word and ends.
print("done")

// The least that a process costs: the system starts it, its loader finds the C library, it ends.
int main(void) { return 0; }

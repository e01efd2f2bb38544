"""What outputs must do that cannot be written, or should not be."""

import os

from .harness import check, require


@check("mal-a9ef838bf7")
def faulty_outputs(case):
    """A full disk, a reader that goes, a folder that may not be written to."""
    case.write(b"|a|\n|-|\n" + b"|1|\n" * 100_000)
    with open("/dev/full", "wb") as full:
        outcome = case.run(case.path, "--as", "tables", stdout=full)
    require(outcome.status == 4 and "no space left" in outcome.messages, outcome.messages)
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as pipe:
        outcome = case.run(
            case.path, "--as", "tables", "-q", stdout=pipe,
            after=lambda _: (os.read(reading, 10), os.close(reading)))
    require(outcome.messages == "", outcome.messages)
    folder = os.path.join(case.folder, "closed")
    os.mkdir(folder, 0o555)
    out = os.path.join(folder, "out.json")
    # The superuser may write anywhere.
    as_nobody = (lambda: (os.setgid(65534), os.setuid(65534))) if os.geteuid() == 0 else None
    os.chmod(case.folder, 0o755)
    outcome = case.run(case.path, "-o", out, preexec=as_nobody)
    require(outcome.status == 4 and "permission denied" in outcome.messages, outcome.messages)
    require(os.listdir(folder) == [], "something is left behind")


@check("mal-02b78c3fed")
def one_file_for_both(case):
    content = b"|a|\n|-|\n|1|\n"
    case.write(content)
    link = os.path.join(case.folder, "link.md")
    os.link(case.path, link)
    for output in (case.path, link, "./input.md"):
        outcome = case.run(case.path, "--as", "tables", "--to", "markdown", "-o", output)
        require(outcome.status == 2 and "overwrite" in outcome.messages, outcome.messages)
    with open(case.path, "rb") as file:
        require(file.read() == content, "the input was changed")

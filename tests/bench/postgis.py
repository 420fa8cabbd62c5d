"""A PostGIS server of one's own, for as long as a benchmark takes: in a temporary folder, without a port, gone afterwards."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile


class Server:
    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="malimap-pg-", dir="/tmp"))
        self.programs = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))
        if os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(self.folder, "postgres")
            self.folder.chmod(0o755)

    def __enter__(self):
        data = self.folder / "data"
        self._run("initdb", "-D", data, "-U", "postgres", "--locale=C", "-E", "UTF8", "--no-sync", "--auth-local=trust")
        # As a careful user would set it for this machine: memory enough, both cores, nothing written for safety.
        settings = "-c listen_addresses= -c fsync=off -c shared_buffers=1GB -c work_mem=256MB -c max_parallel_workers_per_gather=2 -c jit=off"
        self._run("pg_ctl", "-D", data, "-w", "-l", self.folder / "log", "-o", f"-F -k {self.folder} {settings}", "start")
        self.sql("CREATE EXTENSION postgis")
        return self

    def __exit__(self, *_):
        self._run("pg_ctl", "-D", self.folder / "data", "-w", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program, *words):
        command = [self.programs / program, *map(str, words)]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        with open(self.folder / f"{program}.out", "w", encoding="utf-8") as out:
            subprocess.run(command, check=True, cwd="/", stdout=out, stderr=out, stdin=subprocess.DEVNULL)

    @property
    def address(self):
        return f"host={self.folder} user=postgres dbname=postgres"

    def sql(self, *statements, stdin=None):
        """Rows of the last statement, as lists of texts."""
        words = [word for statement in statements for word in ("-c", statement)]
        out = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", self.address, *words],
                             check=True, text=True, capture_output=True, stdin=stdin).stdout
        return [line.split("\t") for line in out.splitlines() if line]

    def timed(self, statement):
        """Its rows and its milliseconds, as the client sees them."""
        rows = self.sql("\\timing on", statement)
        return [row for row in rows if not row[0].startswith("Time:")], float(re.search(r"Time: ([0-9.]+) ms", rows[-1][0])[1])

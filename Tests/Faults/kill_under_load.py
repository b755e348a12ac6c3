#!/usr/bin/env python3
"""kill -9 at random moments under load: nothing acknowledged is lost, nothing is there twice, nothing is half there.

    kill_under_load.py [--rounds 20] [--seed N]
    kill_under_load.py --power-cut SHIM.so [--rounds 5] [--seed N]

Each round: start, load from eight connections, kill at a random moment (one time in five also while it starts), `perennial check`,
start, and ask the API for everything that was acknowledged. The folder is kept through all rounds, and everything is asked for again
at the end. With --power-cut the folder that is used afterwards holds only what had been synced to disk at the moment of the kill.
"""
import argparse
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from load import Load, learn_currency  # noqa: E402
from RunningServer.process import RunningServer, run  # noqa: E402


def one_round(server, number, seed, draw):
    """Loads and kills. Gives the load, with its ledger."""
    server.start()
    if not hasattr(server, "currency"):
        learn_currency(server)
    load = Load(server, f"r{number}", seed).start()
    time.sleep(draw.uniform(0.05, 1.5))
    server.kill()
    load.stop()
    load.join()
    if draw.random() < 0.2:
        server.launch()
        time.sleep(draw.uniform(0, 0.3))
        server.kill()
    return load


def stop_before(load):
    """A worker that was refused something before the kill has found a fault of its own."""
    for worker in load.workers:
        if worker.trouble:
            raise AssertionError(f"{worker.name}: {worker.trouble}")


def play(options, folder):
    draw = random.Random(options.seed)
    server = RunningServer(folder / "data")
    server.full_key = server.create_key()
    loads = []
    try:
        for number in range(1, options.rounds + 1):
            if options.power_cut:
                synced = folder / f"synced{number}"
                shutil.copytree(server.folder, synced)
                server.environment.update(LD_PRELOAD=str(Path(options.power_cut).resolve()), SYNCED_FROM=str(server.folder), SYNCED_TO=str(synced))
            load = one_round(server, number, options.seed, draw)
            stop_before(load)
            if options.power_cut:
                for name in ("LD_PRELOAD", "SYNCED_FROM", "SYNCED_TO"):
                    server.environment.pop(name)
                shutil.rmtree(server.folder)
                server.folder = synced
            run("check", "--data", server.folder, check=True)
            server.start()
            load.verify(server)
            server.kill()
            loads.append(load)
            print(f"round {number}: {load.acknowledged} requests acknowledged, all there once", flush=True)
        server.start()
        for load in loads:
            load.verify(server)
        assert server.stop() == 0
        run("check", "--data", server.folder, check=True)
    finally:
        server.close()
    return sum(load.acknowledged for load in loads)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--power-cut", metavar="SHIM.so")
    parser.add_argument("--keep", action="store_true", help="keep the folder, to look at it after a fault")
    options = parser.parse_args()
    if options.seed is None:
        options.seed = random.SystemRandom().randrange(1 << 31)
    what = "power cut" if options.power_cut else "kill"
    print(f"{what}: {options.rounds} rounds, --seed {options.seed}", flush=True)
    folder = Path(tempfile.mkdtemp(prefix="perennial-faults-"))
    try:
        count = play(options, folder)
    except AssertionError as fault:
        print(f"FAILED (--seed {options.seed}): {fault}\nfolder: {folder if options.keep else 'not kept; --keep keeps it'}", file=sys.stderr)
        return 1
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"{what}: {options.rounds} rounds, {count} requests acknowledged, none lost, none doubled")
    return 0


if __name__ == "__main__":
    sys.exit(main())

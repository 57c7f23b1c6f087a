"""Lab."""
import os, subprocess, pathlib, time
from bench import *
from bench.sample import *
NEEDS_GALLA = False
FAKE = r'''#!/usr/bin/python3
import sqlite3,sys,os
d=sys.argv[sys.argv.index("--data")+1]
db=sqlite3.connect(d+"/galla.sqlite"); db.execute("pragma journal_mode=wal"); db.execute("create table if not exists t(a)")
db.execute("insert into t values(?)",(sys.argv[2],)); db.commit()
os.chmod(d+"/galla.sqlite",0o660)
print("ok", os.getuid(), os.getgroups(), sys.argv); print(open(sys.argv[3]).read()[:20])
if sys.argv[1]=="die": sys.exit(3)
if sys.argv[1]=="hold": print("x",flush=True); os.kill(os.getpid(),9)
'''
def run():
    pathlib.Path("/usr/bin/galla").write_text(FAKE); os.chmod("/usr/bin/galla",0o755)
    stock_up(); stock_up_third()
    print(query("select * from t"))
    a=fingerprint(); unchanged(a, fingerprint(), "nothing")
    galla("hold","x","/etc/hostname", expect=-9)
    print(query("select * from t"), subprocess.run(["ls","-la",DATA],capture_output=True,text=True).stdout)
    try: unchanged(a, fingerprint(), "something"); check(False,"no")
    except AssertionError as e: print(e)
    galla("die","y","/etc/hostname", expect=3)
    try: galla("die","y","/etc/hostname"); 
    except AssertionError as e: print(e)
    clean_data(); print(os.listdir(DATA)); settle()
    stock_up(); print(value("select count(*) from t"))

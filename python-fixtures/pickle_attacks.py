"""Pickles that no pickler writes: those that try to run something, those that ask for too much, and broken ones.

The markers are harmless: what a program that obeys would run is `true`, or `exit(0)`, or reads a variable. Nothing here is ever
unpickled by Python's own unpickler without the list of names in `numpy_oracle/pickles.py`.
"""

import base64
import json
import os
import struct

MARKER = "true"


def text(value, protocol=2):
    """The opcode for text."""
    data = value.encode("utf-8", "surrogatepass")
    return b"\x8c" + bytes([len(data)]) + data if protocol >= 4 else b"X" + struct.pack("<I", len(data)) + data


def name(module, attribute, protocol=2):
    """The opcodes for a global."""
    if protocol >= 4:
        return text(module, 4) + text(attribute, 4) + b"\x93"
    return b"c" + module.encode() + b"\n" + attribute.encode() + b"\n"


def data(value):
    """The opcode for bytes."""
    return b"B" + struct.pack("<I", len(value)) + value


def number(value):
    """The opcode for an integer."""
    length = value.bit_length() // 8 + 1
    return b"\x8a" + bytes([length]) + value.to_bytes(length, "little", signed=True)


def row(*parts):
    """The opcodes for a tuple."""
    return b"(" + b"".join(parts) + b"t"


def call(module, attribute, *arguments, protocol=2):
    """The opcodes for a call."""
    return name(module, attribute, protocol) + row(*arguments) + b"R"


def whole(body, protocol=2):
    """A pickle."""
    return b"\x80" + bytes([protocol]) + body + b"."


# Names ---------------------------------------------------------------------------------------------------------------------------

# What public exploits and the blind spots of scanners have used.
FORBIDDEN = """
os system|posix system|nt system|os popen|os execve|subprocess Popen|subprocess call|subprocess check_output|subprocess run
builtins eval|builtins exec|builtins compile|builtins getattr|builtins setattr|builtins __import__|builtins open|builtins input
builtins breakpoint|builtins globals|builtins map|builtins apply|__builtin__ eval|__builtin__ file|__builtin__ reduce
sys modules|sys exit|importlib import_module|importlib.util module_from_spec|imp load_source|runpy run_module|runpy _run_code
pty spawn|webbrowser open|socket socket|shutil rmtree|shutil copyfileobj|tempfile mktemp|ctypes CDLL|_ctypes dlopen
pickle loads|_pickle Unpickler|marshal loads|shelve open|types FunctionType|types CodeType|code InteractiveInterpreter|codeop Compile
timeit timeit|timeit main|pdb run|bdb Bdb|cProfile run|profile run|trace Trace|doctest debug_script|pydoc pipepager|test.support.script_helper assert_python_ok
functools partial|functools reduce|operator attrgetter|operator methodcaller|operator itemgetter|itertools starmap|asyncio run
asyncio.unix_events _UnixSubprocessTransport|multiprocessing.util spawnv_passfds|concurrent.futures ThreadPoolExecutor|threading Thread
smtplib SMTP|urllib.request urlopen|http.client HTTPConnection|requests get|ftplib FTP|telnetlib Telnet|platform popen|commands getoutput
logging.config listen|pip main|pip._internal main|setuptools setup|distutils.spawn spawn|ensurepip _run_pip|venv create|idlelib.pyshell ModifiedInterpreter
lib2to3.pgen2.pgen ParserGenerator|linecache getline|glob glob|io open|io FileIO|codecs open|_io FileIO|pathlib Path|zipimport zipimporter
numpy.testing._private.utils runstring|numpy.testing._private.utils rundocs|numpy f2py|numpy load|numpy memmap.__new__|numpy fromfile|numpy.lib.npyio load
numpy.f2py.crackfortran getlincoef|numpy.f2py.crackfortran _eval_length|numpy.core._internal _gcd|numpy.distutils.exec_command exec_command
torch.utils.cpp_extension load|torch load|torch.jit.unsupported_tensor_ops execWrapper|pandas read_pickle|pandas.core.computation.eval eval
joblib.numpy_pickle NDArrayWrapper|joblib load|cloudpickle.cloudpickle _make_skel_func|dill._dill _create_function|sklearn.utils Bunch
collections namedtuple|collections UserDict|collections abc|datetime tzinfo|decimal Context|decimal getcontext|fractions gcd|uuid getnode
_codecs decode|_codecs lookup|codecs encode|codecs decode|array ArrayType|copyreg add_extension|copyreg pickle|copyreg _extension_registry
types ModuleType|types MethodType|types DynamicClassAttribute|builtins classmethod|builtins property|builtins super|builtins vars|builtins memoryview
builtins delattr|builtins hasattr|builtins help|builtins locals|builtins print|builtins filter|builtins bytes.fromhex|__builtin__ execfile|__builtin__ __import__
__builtins__ eval|builtins __build_class__|_operator attrgetter|functools cached_property|itertools accumulate|contextlib ExitStack.callback|weakref finalize
pkgutil resolve_name|importlib.util find_spec|importlib.machinery SourceFileLoader|unittest.mock _importer|pydoc locate|pydoc safeimport|inspect getattr_static
typing get_type_hints|dataclasses make_dataclass|ast literal_eval|string Formatter.format|_interpreters create|_xxsubinterpreters run_string|_thread start_new_thread
ssl get_server_certificate|imaplib IMAP4_stream|mailcap findmatch|pipes Template|uuid _get_command_stdout|_osx_support _read_output|_aix_support _read_cmd_output
_posixsubprocess fork_exec|_winapi CreateProcess|os spawnl|os fork|os putenv|signal raise_signal|atexit register|gc get_referrers|sysconfig get_config_var|site addsitedir
distutils.file_util write_file|fileinput input|sqlite3 connect|zipfile ZipFile|tarfile open|xmlrpc.client ServerProxy|wsgiref.simple_server make_server|antigravity open
code InteractiveInterpreter.runcode|profile Profile.run|trace Trace.run|lib2to3.pgen2.grammar Grammar.loads|idlelib.run Executive.runcode|idlelib.calltip get_entity
idlelib.autocomplete AutoComplete.get_entity|idlelib.debugobj ObjectTreeItem.SetText|rlcompleter Completer.eval|logging.config dictConfig|multiprocessing.reduction loads
numpy.ctypeslib load_library|numpy.lib._datasource open|numpy genfromtxt|numpy.testing measure|numpy vectorize|numpy.lib.format read_array|numpy._core._internal _dtype_from_pep3118
torch.storage _load_from_bytes|torch._utils _rebuild_tensor_v2|torch._tensor _rebuild_from_type_v2|torch.serialization load|torch.hub load|torch._dynamo.guards GuardBuilder.get
torch._inductor.codecache compile_file|torch.utils.collect_env run|torch.utils._config_module ConfigModule.load_config|torch.utils.bottleneck.__main__ run_cprofile
torch.fx.experimental.symbolic_shapes ShapeEnv.evaluate_guards_expression|torch.utils.data.datapipes.utils.decoder basichandlers|hydra.utils instantiate|keras.models load_model
pandas.io.pickle loads|pandas.core.frame DataFrame.query|scipy.io loadmat|dill loads|cloudpickle loads|jsonpickle decode|yaml unsafe_load|aiohttp ClientSession|nltk.data load
""".replace("\n", "|")


def forbidden_names():
    """Every forbidden name called, the opcodes and protocols in turn."""
    ways = [by_reduce, by_stack_global, by_inst, by_obj, by_newobj, by_newobj_ex, by_reduce_of_protocol_0]
    pairs = [tuple(pair.split(" ")) for pair in FORBIDDEN.split("|") if pair]
    for index, (module, attribute) in enumerate(pairs):
        way = ways[index % len(ways)]
        label = "%s.%s" % (module, attribute)
        yield "name-" + label, way(module, attribute), ["unsafe-object"], "the name %s %s" % (label, way.__doc__)
    for way in ways:
        slug = way.__name__.replace("_", "-")
        yield "way-" + slug, way("os", "system"), ["unsafe-object"], "os.system " + way.__doc__


def by_reduce(module, attribute):
    """called by REDUCE"""
    return whole(call(module, attribute, text(MARKER)))


def by_stack_global(module, attribute):
    """named by STACK_GLOBAL"""
    return whole(call(module, attribute, text(MARKER, 4), protocol=4), 4)


def by_inst(module, attribute):
    """called by INST"""
    return b"(S'%s'\ni%s\n%s\n." % (MARKER.encode(), module.encode(), attribute.encode())


def by_obj(module, attribute):
    """called by OBJ"""
    return whole(b"(" + name(module, attribute) + text(MARKER) + b"o")


def by_newobj(module, attribute):
    """made by NEWOBJ"""
    return whole(name(module, attribute) + row(text(MARKER)) + b"\x81")


def by_newobj_ex(module, attribute):
    """made by NEWOBJ_EX"""
    return whole(name(module, attribute, 4) + row(text(MARKER, 4)) + b"}\x92", 4)


def by_reduce_of_protocol_0(module, attribute):
    """called in protocol 0"""
    return b"c%s\n%s\n(V%s\ntR." % (module.encode(), attribute.encode(), MARKER.encode())


def disguised_names():
    """Names that look like allowed ones, dotted paths through allowed ones, and names that are put together."""
    dotted = [
        ("numpy", "ndarray.__class__"),
        ("collections", "OrderedDict.__init__.__globals__"),
        ("builtins", "object.__subclasses__"),
        ("builtins", "list.__class__.__mro__"),
        ("numpy", "dtype.__reduce__"),
        ("datetime", "datetime.now"),
        ("decimal", "Decimal.__class__"),
        ("builtins", "bytes.fromhex"),
        ("numpy.core.multiarray", "_reconstruct.__self__"),
    ]
    for module, attribute in dotted:
        yield "dotted-%s.%s" % (module, attribute), whole(name(module, attribute, 4), 4), "a dotted name"
    disguises = [
        ("space-before", " numpy", "ndarray"),
        ("space-inside", "numpy ndarray", ""),
        ("space-after", "numpy", "ndarray "),
        ("carriage-return", "numpy\r", "ndarray"),
        ("nul", "numpy", "ndarray\0"),
        ("empty", "", ""),
        ("empty-module", "", "numpy ndarray"),
        ("upper-case", "NumPy", "ndarray"),
        ("homoglyph", "numpy", "ndаrray"),
        ("full-width", "ｎumpy", "ndarray"),
        ("proto", "__proto__", "constructor"),
        ("constructor", "constructor", "constructor"),
        ("has-own-property", "hasOwnProperty", "call"),
        ("python-2-name-in-4", "__builtin__", "set"),
        ("line-inside", "numpy\nos", "ndarray"),
        ("line-after", "numpy", "ndarray\n"),
        ("ligature", "builtins", "frozenﬆet"),
        ("invisible", "num\u200bpy", "ndarray"),
        ("surrogate", "numpy", "ndarray\ud800"),
        ("to-string", "toString", "valueOf"),
        ("submodule", "numpy.ndarray", "__init__"),
        ("core-inside", "os.numpy.core.multiarray", "_reconstruct"),
        ("core-twice", "numpy.core.numpy.core.multiarray", "_reconstruct"),
        ("core-alone", "numpy.core", "multiarray._reconstruct"),
        ("python-2-name-of-none", "copyreg", "__builtin__ set"),
    ]
    for label, module, attribute in disguises:
        yield "disguise-" + label, whole(name(module, attribute, 4), 4), "a name that is nearly allowed"
    yield "computed-encode", whole(b"\x8c\x02os" + call("_codecs", "encode", text("system"), text("latin1")) + b"\x93", 4), "bytes as a name"
    yield "computed-number", whole(b"\x8c\x02osK\x01\x93", 4), "a number as a name"
    yield "computed-list", whole(b"]\x8c\x06system\x93", 4), "a list as a module"
    yield "memo-swapped", whole(text("numpy", 4) + b"q\x000" + text("os", 4) + b"q\x000h\x00" + text("system", 4) + b"\x93", 4), "a memo that changed"
    yield "popped", whole(text("numpy", 4) + text("os", 4) + text("system", 4) + b"\x93", 4), "the name below is not the one"
    yield "mark-between", whole(text("os", 4) + b"(" + text("system", 4) + b"1" + text("system", 4) + b"\x93", 4), "a mark among the names"
    # What the stack or the memo holds is known only to who follows it: each of these has shown scanners another name.
    both = text("os", 4) + b"q\x000" + text("system", 4) + b"q\x010"
    shown = text("collections", 4) + b"\x940" + text("OrderedDict", 4) + b"\x940"
    yield "memo-of-two-kinds", whole(both + shown + b"h\x00h\x01\x93", 4), "names put aside by number, and others after them by count"
    yield "memo-of-what-lies-below", whole(both + text("numpy", 4) + text("ndarray", 4) + b"00h\x00h\x01\x93", 4), "names that are popped again"
    yield "memo-doubled", whole(both + b"h\x01h\x002q\x0100h\x00h\x012\x93", 4), "a name doubled and put aside as another"
    yield "memo-text-number", whole(both + b"g0\ng01\n\x93", 4), "an index with a zero before it"
    yield "names-apart", whole(text("os", 4) + b"NN00" + text("system", 4) + b"\x93", 4), "values between the names that are popped"
    yield "names-in-tuple", whole(text("os", 4) + text("system", 4) + b"\x86\x93", 4), "both names in a tuple"
    yield "names-of-python-2", whole(b"U\x02osU\x06system\x93", 4), "names as text of Python 2"
    yield "names-escaped", b"S'\\x6fs'\nS'sys\\x74em'\n\x93.", "names with escapes"
    yield "names-in-unicode-escapes", b"V\\u006fs\nVsyst\\u0065m\n\x93.", "names with escapes"
    yield "protocol-twice", whole(b"\x80\x04\x80\x02" + name("__builtin__", "eval") + row(text("0")) + b"R", 4), "a protocol that changes"
    yield "inside-frame", whole(b"\x95" + struct.pack("<Q", 12) + name("os", "system"), 4), "a name inside a frame"
    yield "after-harmless", whole(call("collections", "OrderedDict") + b"0" + call("os", "system", text(MARKER))), "something harmless before it"
    yield "before-error", whole(call("os", "system", text(MARKER)) + b"\xff"), "an opcode after it that there is not"
    yield "name-alone", whole(name("os", "system")), "a name that is not called"
    yield "by-class-of-data", whole(name("copyreg", "_reconstructor") + row(name("os", "system"), name("builtins", "object"), b"N") + b"R"), "called by a function that is allowed"
    yield "by-factory", whole(call("collections", "defaultdict", name("os", "getcwd"))), "as what is called for keys that are missing"
    yield "by-array-class", whole(call("numpy.core.multiarray", "_reconstruct", name("os", "system"), row(number(0)), data(b"b"))), "as the class of an array"
    yield "by-dtype", whole(call("numpy", "dtype", name("os", "system"))), "as a type of elements"
    yield "in-object-array", whole(array(row(number(1)), OBJECTS, b"]" + name("os", "system") + b"a")), "as an element"
    yield "in-metadata", whole(dtype("i4", row(number(4), text("<"), b"NNN", number(-1), number(-1), number(0), b"}" + text("k") + name("os", "system") + b"s"))), "in the metadata of a dtype"
    yield "extension-1", whole(b"\x82\x01"), "a code of the extension registry"
    yield "extension-2", whole(b"\x83\x01\x02"), "a code of the extension registry"
    yield "extension-4", whole(b"\x84\x01\x02\x03\x04"), "a code of the extension registry"
    yield "persistent-text", b"Ptrue\n.", "a persistent id"
    yield "persistent-value", whole(text("true") + b"Q"), "a persistent id"


# Calls of allowed names ----------------------------------------------------------------------------------------------------------


def dtype(code, state=b""):
    """A dtype, with its state where one is given."""
    made = call("numpy", "dtype", text(code), b"\x89", b"\x88")
    return made + (state + b"b" if state else b"")


def plain_state(order="<"):
    """The state of a plain dtype."""
    return row(number(3), text(order), b"NNN", number(-1), number(-1), number(0))


def struct_state(names, fields, itemsize):
    """The state of a structure."""
    return row(number(3), text("|"), b"N", names, fields, number(itemsize), number(1), number(16))


def shell():
    """An array that waits for its state."""
    return call("numpy.core.multiarray", "_reconstruct", name("numpy", "ndarray"), row(number(0)), data(b"b"))


def array(shape, type_of, contents, flag=b"\x89"):
    """An array with its state."""
    return shell() + row(number(1), shape, type_of, flag, contents) + b"b"


F8 = dtype("f8", plain_state())
OBJECTS = dtype("O8", row(number(3), text("|"), b"NNN", number(-1), number(-1), number(63)))
POINTER = data(b"\x41" * 8)


def misused_calls():
    """Allowed names, called as no pickler calls them."""
    unsafe = ["unsafe-object"]
    bad = ["unsafe-object", "bad-opcode", "bad-dtype", "bad-shape", "bad-length", "bad-encoding", "overflow"]
    for codec in ("rot13", "zlib", "hex", "utf-7", "idna", "unicode_escape", "punycode", "utf-16"):
        yield "codec-" + codec, whole(call("_codecs", "encode", text("x"), text(codec))), unsafe
    yield "codec-default", whole(call("_codecs", "encode", text("x"))), unsafe
    yield "codec-beyond", whole(call("_codecs", "encode", text("\u0100"), text("latin1"))), ["bad-encoding"]
    yield "type-called", whole(call("builtins", "type", text("X"), row(name("builtins", "object")), b"}")), unsafe
    yield "type-of-one", whole(call("builtins", "type", number(1))), unsafe
    yield "str-called", whole(call("builtins", "str", data(b"x"), text("ascii"))), unsafe
    yield "int-called", whole(call("builtins", "int", text("1" * 200))), unsafe
    yield "ndarray-called", whole(call("numpy", "ndarray", row(number(2)), name("numpy", "float64"))), unsafe
    yield "scalar-type-called", whole(call("numpy", "float64", number(1))), unsafe
    yield "result-called", whole(call("builtins", "list") + b")R"), unsafe
    yield "text-called", whole(text("os.system") + row(text(MARKER)) + b"R"), unsafe
    yield "number-called", whole(number(1) + b")R"), unsafe
    yield "arguments-list", whole(name("builtins", "set") + b"]R"), ["bad-opcode"]
    yield "build-on-class", whole(name("collections", "OrderedDict") + b"}" + text("x") + number(1) + b"sb"), unsafe
    yield "build-slots-on-class", whole(name("numpy", "ndarray") + b"N}" + text("a") + text("os") + b"s\x86b"), unsafe
    yield "build-slots-on-function", whole(name("_codecs", "encode") + b"N}" + text("__code__") + b"Ns\x86b"), unsafe
    yield "build-on-list", whole(b"]}b"), unsafe
    yield "build-on-dict", whole(b"}}" + text("__class__") + number(1) + b"sb"), unsafe
    yield "build-on-number", whole(number(1) + b"}b"), unsafe
    yield "build-on-decimal", whole(call("decimal", "Decimal", text("1")) + b"}b"), unsafe
    yield "build-on-date", whole(call("datetime", "date", data(b"\x07\xe4\x01\x01")) + b"}b"), unsafe
    yield "build-twice", whole(array(row(number(1)), F8, data(b"\0" * 8)) + row(number(1), row(number(9)), F8, b"\x89", data(b"\0" * 72)) + b"b"), unsafe
    yield "dtype-built-twice", whole(dtype("f8", plain_state()) + plain_state() + b"b"), unsafe
    late = F8 + b"q\x010" + array(row(number(1)), b"h\x01", data(b"\0" * 8)) + b"q\x020h\x01" + plain_state(">") + b"b0h\x02"
    yield "dtype-built-after-use", whole(late), unsafe
    for label, use in (("state", b"Nb"), ("item", b"Na"), ("pair", b"NNs"), ("member", b"(N\x90"), ("call", b")R")):
        yield "object-%s" % label, whole(call("builtins", "object", protocol=4) + use, 4), ["unsafe-object", "bad-opcode"]
    yield "uuid-built-twice", whole(name("uuid", "UUID") + b")\x81" + (b"}" + text("int") + number(1) + b"sb") * 2), unsafe
    yield "append-to-tuple", whole(b")" + number(1) + b"a"), unsafe
    yield "append-to-array", whole(array(row(number(1)), F8, data(b"\0" * 8)) + number(1) + b"a"), unsafe
    yield "append-to-global", whole(name("builtins", "list") + number(1) + b"a"), unsafe
    yield "set-item-of-list", whole(b"]" + number(0) + number(1) + b"s"), unsafe
    yield "set-item-of-global", whole(name("builtins", "dict") + number(0) + number(1) + b"s"), unsafe
    yield "add-to-list", whole(b"](" + number(0) + b"\x90", 4), unsafe
    # An address as an object: what a reader that believes it would follow.
    # Dicts that look like what a reader may keep beside them.
    for kind in ("global", "stub", "deque", "dtype", "timedelta"):
        forged = b"}(" + b"".join(text(key) + text(kind) for key in ("kind", "tag", "module", "name")) + b"u"
        yield "dict-as-%s" % kind, whole(forged + b")R"), unsafe
    yield "dict-as-array-dtype", whole(array(row(number(1)), b"}" + text("tag") + text("scalar") + b"s", data(b"\0"))), unsafe
    yield "dict-as-timezone", whole(call("datetime", "datetime", data(b"\x07\xe4\x01\x01\0\0\0\0\0\0"), b"}" + text("kind") + text("timezone") + b"s")), unsafe
    yield "pointer-scalar-struct", whole(call("numpy.core.multiarray", "scalar", pointer_struct(), POINTER)), unsafe
    yield "pointer-array", whole(array(row(number(1)), OBJECTS, POINTER)), unsafe
    yield "pointer-struct-array", whole(array(row(number(1)), pointer_struct(), POINTER)), unsafe
    yield "pointer-buffer", whole(call("numpy.core.numeric", "_frombuffer", POINTER, OBJECTS, row(number(1)), text("C"))), unsafe
    yield "list-for-numbers", whole(array(row(number(1)), F8, b"]" + number(1) + b"a")), unsafe
    # Arrays that claim what is not there.
    yield "shape-larger", whole(array(row(number(3)), F8, data(b"\0" * 8))), ["bad-length"]
    yield "shape-smaller", whole(array(row(number(0)), F8, data(b"\0" * 8))), ["bad-length"]
    yield "shape-huge", whole(array(row(number(2**62)), F8, data(b""))), ["limit", "unsafe-object", "bad-shape", "bad-length"]
    yield "shape-wraps", whole(array(row(number(2**32), number(2**32)), F8, data(b""))), ["limit", "bad-length"]
    yield "shape-negative", whole(array(row(number(-1)), F8, data(b""))), bad
    yield "shape-text", whole(array(row(text("1")), F8, data(b"\0" * 8))), bad
    yield "shape-list", whole(array(b"]" + number(1) + b"a", F8, data(b"\0" * 8))), bad
    yield "axes-65", whole(array(row(*[number(1)] * 65), F8, data(b"\0" * 8))), ["bad-shape"]
    yield "objects-missing", whole(array(row(number(9)), OBJECTS, b"]")), ["bad-length"]
    yield "state-short", whole(shell() + row(number(1)) + b"b"), bad
    yield "state-text", whole(shell() + text("x") + b"b"), bad
    yield "state-version", whole(shell() + row(number(9), row(number(1)), F8, b"\x89", data(b"\0" * 8)) + b"b"), bad
    yield "reconstruct-sized", whole(call("numpy.core.multiarray", "_reconstruct", name("numpy", "ndarray"), row(number(2**40)), data(b"b"))), unsafe
    yield "reconstruct-text", whole(call("numpy.core.multiarray", "_reconstruct", text("numpy.ndarray"), row(number(0)), data(b"b"))), unsafe
    yield "buffer-order", whole(call("numpy.core.numeric", "_frombuffer", data(b"\0" * 8), F8, row(number(1)), text("X"))), bad
    yield "buffer-axes", whole(call("numpy._core.numeric", "_frombuffer", data(b"\0" * 8), F8, row(number(1), number(1)), text("K"), row(number(0), number(0)))), bad
    # Dtypes that make no sense.
    yield "dtype-list", whole(dtype("f8,f8")), ["bad-dtype"]
    yield "dtype-repeated", whole(dtype("999999999f8")), ["bad-dtype"]
    yield "dtype-odd", whole(dtype("f3")), ["bad-dtype"]
    yield "dtype-order", whole(dtype("f8", plain_state("!"))), ["bad-dtype"]
    yield "dtype-version", whole(dtype("f8", row(number(9), text("<"), b"NNN", number(-1), number(-1), number(0)))), bad
    yield "dtype-itemsize-negative", whole(dtype("S5", row(number(3), text("|"), b"NNN", number(-9), number(1), number(0)))), bad
    yield "dtype-itemsize-huge", whole(dtype("S5", row(number(3), text("|"), b"NNN", number(2**40), number(1), number(0)))), bad
    one = b"}" + text("a") + row(dtype("f8", plain_state()), number(0)) + b"s"
    yield "field-outside", whole(dtype("V4", struct_state(row(text("a")), one, 4))), bad
    yield "field-missing", whole(dtype("V8", struct_state(row(text("a"), text("b")), one, 16))), bad
    yield "field-twice", whole(dtype("V8", struct_state(row(text("a"), text("a")), one, 16))), bad
    yield "fields-none", whole(dtype("V8", struct_state(row(text("a")), b"N", 8))), bad
    yield "unit-unknown", whole(dtype("M8", row(number(4), text("<"), b"NNN", number(-1), number(-1), number(0), row(b"}", row(data(b"xx"), number(1), number(1), number(1)))))), bad
    yield "subarray-huge", whole(dtype("V8", row(number(3), text("|"), row(F8, row(number(2**40))), b"NN", number(8), number(8), number(0)))), bad + ["limit"]
    # Values that no pickler gives.
    yield "date-month-13", whole(call("datetime", "date", data(b"\x07\xe4\x0d\x01"))), unsafe
    yield "date-short", whole(call("datetime", "date", data(b"\x07"))), unsafe
    yield "timedelta-float", whole(call("datetime", "timedelta", b"G\x40\x09\x21\xfb\x54\x44\x2d\x18", number(0), number(0))), unsafe
    yield "datetime-zone", whole(call("datetime", "datetime", data(b"\x07\xe4\x01\x01\0\0\0\0\0\0"), number(1))), unsafe
    yield "fraction-zero", whole(call("fractions", "Fraction", number(1), number(0))), unsafe
    yield "decimal-words", whole(call("decimal", "Decimal", text("os.system"))), unsafe
    yield "range-step-0", whole(call("builtins", "range", number(0), number(1), number(0))), unsafe
    yield "defaultdict-code", whole(call("collections", "defaultdict", text("os.system"))), unsafe
    yield "uuid-large", whole(name("uuid", "UUID") + b")\x81}" + text("int") + number(2**128) + b"sb"), ["overflow"]
    yield "newobj-of-newobj", whole(call("copyreg", "__newobj__", *[name("copyreg", "__newobj__")] * 300)), unsafe
    yield "reconstructor-of-os", whole(call("copyreg", "_reconstructor", name("os", "system"), name("builtins", "object"), b"N")), unsafe
    yield "list-as-key", whole(b"}]" + number(1) + b"s"), ["bad-opcode"]


def pointer_struct():
    """A structure that holds an object."""
    return dtype("V8", struct_state(row(text("o")), b"}" + text("o") + row(OBJECTS, number(0)) + b"s", 8))


# Too much ------------------------------------------------------------------------------------------------------------------------


def excessive():
    """Small pickles that ask for much memory, much time or a deep stack."""
    yield "bytes8-huge", whole(b"\x8e" + struct.pack("<Q", 2**63) + b"x", 4), ["truncated"]
    yield "bytes-huge", whole(b"B\xff\xff\xff\xffx"), ["truncated"]
    yield "text8-huge", whole(b"\x8d" + struct.pack("<Q", 2**64 - 1) + b"x", 4), ["truncated"]
    yield "bytearray-huge", whole(b"\x96" + struct.pack("<Q", 2**40) + b"x", 5), ["truncated"]
    yield "frame-huge", whole(b"\x95" + struct.pack("<Q", 2**62) + b"N", 4), ["truncated"]
    yield "long4-huge", whole(b"\x8b\xff\xff\xff\x7fx"), ["truncated"]
    yield "long4-negative", whole(b"\x8b\xff\xff\xff\xffx"), ["bad-length"]
    yield "string-negative", whole(b"T\xff\xff\xff\xffx"), ["bad-length", "truncated"]
    yield "digits", b"L" + b"9" * 20000 + b"L\n.", ["limit"]
    yield "digits-of-int", b"I" + b"9" * 20000 + b"\n.", ["limit"]
    yield "digits-of-fraction", whole(call("fractions", "Fraction", text("9" * 20000 + "/7"))), ["limit"]
    yield "float-digits", b"F" + b"1" * 20000 + b"x\n.", ["bad-encoding"]
    yield "lists-deep", b"]" * 6000 + b"a" * 5999 + b".", ["limit"]
    yield "tuples-deep", whole(b")" + b"\x85" * 20000), ["limit"]
    yield "tuples-deep-by-memo", whole(b")" + b"q\x00\x85q\x00" * 2000), ["limit"]
    laughs = b"(" + text("ha") + b"t" + b"".join(b"q%c0(" % level + b"h%c" % level * 10 + b"t" for level in range(1, 11))
    yield "laughs", whole(laughs), []
    yield "laughs-by-dup", whole(b")" + b"2\x86" * 100), []
    yield "dup", whole(b")" + b"2" * 20000), []
    types = F8 + b"".join(b"q%c0" % level + doubled_struct(b"h%c" % level) for level in range(1, 31))
    yield "dtypes-doubled", whole(types), ["limit", "bad-dtype"]
    copies = data(b"x" * 4000) + b"q\x010(" + call("builtins", "bytearray", b"h\x01") * 300 + b"l"
    yield "copies", whole(copies, 3), ["limit"]
    # The bytes begin at an odd place, so that each array needs a copy of its own.
    arrays = data(b"x" * 4000) + b"q\x010" + dtype("i8", plain_state()) + b"q\x020(" + array(row(number(500)), b"h\x02", b"h\x01") * 300 + b"l"
    yield "array-copies", whole(arrays, 3), ["limit"]
    lists = b"(" + b"N" * 4000 + b"lq\x010(" + call("builtins", "set", b"h\x01") * 300 + b"l"
    yield "list-copies", whole(lists), ["limit"]
    # What stands once and is named again and again, to be worked through each time.
    pairs = b"(" + b"".join(text("%03d" % key) + b"N" for key in range(1000)) + b"dq\x010"
    yield "attributes-shared", whole(pairs + b"(" + (name("types", "SimpleNamespace") + b")\x81h\x01b") * 300 + b"l"), []
    parts = text("a") + b"q\x000(" + b"h\x00" * 2000 + b"tq\x010"
    yield "paths-shared", whole(parts + name("pathlib", "PurePosixPath") + b"q\x020(" + b"h\x02h\x01R" * 2000 + b"l"), []
    yield "fractions-shared", whole(text("9" * 4000 + "/" + "7" * 4000) + b"\x85q\x010" + name("fractions", "Fraction") + b"q\x020(" + b"h\x02h\x01R" * 2000 + b"l"), []
    yield "deque-full", whole(call("collections", "deque", b"(" + b"N" * 8000 + b"l", number(8000)) + b"Na" * 4000), []
    empty = array(row(number(2**22)), dtype("S0"), data(b""))
    yield "elements-without-bytes", whole(call("array", "array", text("b"), b"(" + empty + b"l")), ["limit", "unsafe-object"]
    yield "names-repeated", whole(text("x" * 8000) + b"q\x010" + dtype("V8", struct_state(b"(" + b"h\x01" * 3000 + b"t", b"}h\x01" + row(F8, number(0)) + b"s", 8))), ["bad-dtype", "limit"]
    yield "surrogates", whole((b"\x8c\x03\xed\xa0\x800") * 2000 + b"N", 4), []
    objects = b"(" + b"N" * 4000 + b"lq\x010" + OBJECTS + b"q\x020(" + array(row(number(4000)), b"h\x02", b"h\x01") * 40 + b"l"
    yield "object-array-copies", whole(objects), ["limit"]
    yield "memo-far", whole(b"Nr\xff\xff\xff\xff"), []
    yield "memo-gaps", whole(b"N" + b"".join(b"r" + struct.pack("<I", index * 1000) for index in range(500))), []
    yield "dicts", whole(b"(" + b"}" * 5000 + b"l"), []
    yield "marks", whole(b"(" * 20000), ["bad-opcode"]
    yield "backslashes", b"V" + b"\\" * 20001 + b"\n.", []


def doubled_struct(part):
    """A structure with the same part twice in the same place."""
    fields = b"}" + text("a") + row(part, number(0)) + b"s" + text("b") + row(part, number(0)) + b"s"
    return dtype("V8", struct_state(row(text("a"), text("b")), fields, 8))


# Names that are not known -----------------------------------------------------------------------------------------------------------


def stubs():
    """What becomes of a global that is not known, where that is asked for: a record of what is done with it."""
    model = name("example.models", "Model")
    weights = text("weights") + array(row(number(1)), F8, data(b"\0" * 8))
    yield "class", whole(model)
    yield "called", whole(call("os", "system", text(MARKER)))
    yield "made-with-state", whole(model + b")\x81}" + weights + b"sb")
    yield "made-with-keywords", whole(model + row(number(1)) + b"}" + text("k") + number(2) + b"s\x92", 4)
    yield "made-in-protocol-0", whole(call("copy_reg", "_reconstructor", model, name("__builtin__", "object"), b"N") + b"}" + weights + b"sb")
    yield "appended", whole(model + b")\x81(" + number(1) + number(2) + b"e" + number(3) + b"a")
    yield "items-set", whole(model + b")\x81(" + text("a") + number(1) + text("b") + number(2) + b"u" + text("c") + number(3) + b"s")
    yield "added", whole(model + b")\x81(" + number(1) + number(2) + b"\x90", 4)
    yield "shared", whole(b"]" + model + b")\x81q\x01ah\x01a")
    yield "itself", whole(model + b")\x81q\x01}" + text("self") + b"h\x01sb")
    yield "python-2-name", whole(name("exceptions", "ValueError") + row(text("x")) + b"R")
    yield "dotted", whole(name("example", "Outer.Inner", 4), 4)
    yield "instance", b"(i__main__\nPoint\n(dS'x'\nI1\nsb."
    yield "factory", whole(call("collections", "defaultdict", name("example", "factory")))


# Broken --------------------------------------------------------------------------------------------------------------------------


def broken():
    """Bytes that are no pickle."""
    yield "empty", b"", ["truncated"]
    yield "no-stop", whole(b"N")[:-1], ["truncated"]
    yield "stop-alone", b".", ["bad-opcode"]
    yield "mark-left", whole(b"("), ["bad-opcode"]
    yield "protocol-6", whole(b"N", 6), ["bad-version"]
    yield "protocol-255", whole(b"N", 255), ["bad-version"]
    yield "unknown-opcode-ff", whole(b"\xff"), ["bad-opcode"]
    yield "unknown-opcode-00", b"\x00", ["bad-opcode"]
    yield "no-mark", whole(b"Nt"), ["bad-opcode"]
    yield "pop-empty", whole(b"0"), ["bad-opcode"]
    yield "pop-below-mark", whole(b"N(\x85"), ["bad-opcode"]
    yield "append-empty", whole(b"a"), ["bad-opcode"]
    yield "dup-empty", whole(b"2"), ["bad-opcode"]
    yield "memo-missing", whole(b"h\x05"), ["bad-opcode"]
    yield "memo-of-nothing", whole(b"q\x05"), ["bad-opcode"]
    yield "memo-index-text", b"Np-1\n.", ["bad-opcode"]
    yield "items-odd", whole(b"}(Nu"), ["bad-opcode"]
    yield "text-not-utf8", whole(b"X\x01\0\0\0\xff"), ["bad-encoding"]
    yield "text-overlong", whole(b"X\x02\0\0\0\xc0\x80"), ["bad-encoding"]
    yield "text-cut", whole(b"X\x05\0\0\0ab"), ["truncated"]
    yield "unicode-escape-cut", b"V\\u12\n.", ["bad-encoding"]
    yield "string-unquoted", b"Sabc\n.", ["bad-encoding", "bad-opcode"]
    yield "string-open", b"S'abc\n.", ["bad-encoding", "bad-opcode"]
    yield "int-words", b"Iabc\n.", ["bad-encoding", "bad-opcode"]
    yield "float-words", b"Fabc\n.", ["bad-encoding", "bad-opcode"]
    yield "line-open", b"I12", ["truncated"]
    yield "global-one-line", b"cnumpy\n", ["truncated"]
    yield "float-cut", whole(b"G\0\0\0")[:-1], ["truncated"]
    yield "buffer-missing", whole(b"\x97", 5), ["truncated", "bad-opcode"]
    yield "text-ascii-only", whole(b"U\x01\xff"), ["bad-encoding"]


def attacks():
    """All of them as lines like those of `generate_pickles.py`, with the codes of the refusals that are right. Without codes
    the value counts: what Python makes of it, or of `loaded`, a pickle of the value of `in`.
    """
    for label, pickle, codes, title in forbidden_names():
        yield line_of("attack", label, pickle, codes, title)
    for label, pickle, title in disguised_names():
        yield line_of("attack", label, pickle, ["unsafe-object", "bad-opcode"], title)
    for label, pickle, codes in misused_calls():
        yield line_of("misuse", label, pickle, codes, label.replace("-", " "))
    for label, pickle, codes in excessive():
        yield line_of("excess", label, pickle, codes, label.replace("-", " "))
    for label, pickle, codes in broken():
        yield line_of("broken", label, pickle, codes, label.replace("-", " "))


    for label, pickle in stubs():
        opts = {"onUnknownGlobal": "stub"}
        yield {"id": "stub/" + label, "title": label.replace("-", " "), "opts": opts, "in": pickle}
    for estimator in json.loads(kept("estimators.json")):
        yield dict(kept_line("packages", estimator), opts=opts)
    for text_line in kept("joblib.jsonl").splitlines():
        dumped = json.loads(text_line)
        yield dict(kept_line("joblib", dumped), opts=dumped["opts"], loaded=base64.b64decode(dumped["loaded"]))


def kept(name):
    """A file of this folder: what was written by packages that nobody else needs. See generate_estimators.py and generate_joblib.py."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), encoding="utf-8") as file:
        return file.read()


def kept_line(area, written):
    """One line of what such a file has."""
    title = "%s, of %s" % (written["id"], written["releases"])
    return {"id": "%s/%s" % (area, written["id"]), "title": title, "in": base64.b64decode(written["b64"])}


def line_of(area, label, pickle, codes, title):
    """One line. What asks for much has budgets."""
    line = {"id": "%s/%s" % (area, label), "title": title, "in": pickle, "codes": codes}
    return dict(line, hostile=True) if area in ("excess", "attack", "misuse") else line

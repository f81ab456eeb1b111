//! An adapter for npconform in the exec form, which needs no JSON library: a process for every case.
//!
//!     adapter hello > hello.json
//!     adapter decode npy '{"opts"}' < file.npy > answer.json
//!
//! It reads .npy files of plain numbers. Put your codec in place of `decode`, and into `HELLO` what it can do.

use std::io::{Read, Write};
use std::process::exit;

/// What stands in `lacks` is not asked, and not counted as passed.
const HELLO: &str = r#"{"protocol":1,"impl":{"name":"my-codec","version":"0.0.0","language":"rust","runtime":"native",
    "os":"any","arch":"any","endian":"little"},
    "caps":{"npy":{"ops":["decode"],"lacks":["struct","subarray","S","U","V","M8","m8","object"]}},
    "inOrder":true,"inflight":1,"transport":["b64"]}"#;

const MOST_AXES: usize = 64;

/// Memory as held. The dtype is a type string such as "<f8".
struct Array<'a> {
    dtype: String,
    shape: Vec<u64>,
    order: char,
    memory: &'a [u8],
}

/// A refusal on purpose: one of the protocol's codes, and why.
struct Refusal(&'static str, String);

fn refuse<T>(code: &'static str, why: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal(code, why.into()))
}

/// Gives the array in a file.
fn decode<'a>(file: &'a [u8], opts: &str) -> Result<Array<'a>, Refusal> {
    let magic = b"\x93NUMPY";
    if !file.starts_with(&magic[..file.len().min(6)]) {
        return refuse("bad-magic", "the file does not begin as npy files do");
    }
    if file.len() < 8 {
        return refuse("truncated", format!("{} bytes are no file", file.len()));
    }
    let version = file[6];
    if !(1..=3).contains(&version) || file[7] != 0 {
        return refuse("bad-version", format!("version {version}.{}", file[7]));
    }
    let start = if version == 1 { 10 } else { 12 };
    if file.len() < start {
        return refuse("truncated", "the length of the header is not there");
    }
    let length = file[8..start].iter().rev().fold(0, |sum, &byte| sum << 8 | usize::from(byte));
    if length > file.len() - start {
        return refuse("truncated", format!("the header has {length} bytes, {} are there", file.len() - start));
    }
    if length > longest_header(opts) {
        return refuse("limit", format!("the header has {length} bytes"));
    }
    let (text, data) = file[start..].split_at(length);
    let (descr, order, shape) = read_header(Text { rest: text, version })?;
    let (dtype, itemsize) = read_dtype(&descr)?;
    let elements = shape.iter().filter(|&&extent| extent != 0).try_fold(itemsize, |size, &extent| size.checked_mul(extent));
    let size = match elements {
        Some(size) if size <= i64::MAX as u64 => if shape.contains(&0) { 0 } else { size },
        _ => return refuse("overflow", "the array has too many elements"),
    };
    if size > data.len() as u64 {
        return refuse("truncated", format!("{size} bytes of data are wanted, {} are there", data.len()));
    }
    Ok(Array { dtype, shape, order, memory: &data[..size as usize] })
}

/// How long a header may be: as in NumPy 10000 bytes, or what is asked for, or anything where pickles are allowed too.
fn longest_header(opts: &str) -> usize {
    if opts.contains(r#""allow_pickle":true"#) {
        return usize::MAX;
    }
    let size = opts.split(r#""max_header_size":"#).nth(1).unwrap_or("10000");
    size.split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or("").parse().unwrap_or(usize::MAX)
}

/// The part of a header that has not been read yet.
struct Text<'a> {
    rest: &'a [u8],
    version: u8,
}

impl<'a> Text<'a> {
    fn skip_space(&mut self) {
        let space = self.rest.iter().take_while(|byte| b" \t\r\n\x0c".contains(byte)).count();
        self.rest = &self.rest[space..];
    }

    /// Whether a word comes next; then it is read.
    fn take(&mut self, word: &str) -> bool {
        self.skip_space();
        let rest = self.rest.strip_prefix(word.as_bytes());
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn need(&mut self, word: &str) -> Result<(), Refusal> {
        if self.take(word) { Ok(()) } else { refuse("bad-header-syntax", format!("{word} is missing in the header")) }
    }

    /// Reads 'text' or "text".
    fn string(&mut self) -> Result<&'a [u8], Refusal> {
        let quote = if self.take("'") { "'" } else { "\"" };
        if quote == "\"" {
            self.need(quote)?;
        }
        let length = self.rest.iter().take_while(|&&byte| byte != quote.as_bytes()[0]).count();
        let (text, rest) = self.rest.split_at(length);
        if text.iter().any(|byte| b"\\\n\0".contains(byte)) {
            return refuse("bad-header-syntax", "a string of the header holds a character that it cannot");
        }
        self.rest = rest;
        self.need(quote)?;
        Ok(text)
    }

    fn extent(&mut self) -> Result<u64, Refusal> {
        self.skip_space();
        let length = self.rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = self.rest.split_at(length);
        if length == 0 || (length > 1 && digits[0] == b'0') {
            return refuse("bad-shape", "an extent is no number");
        }
        let extent = digits.iter().try_fold(0u64, |sum, digit| sum.checked_mul(10)?.checked_add(u64::from(digit - b'0')));
        self.rest = rest;
        if self.version < 3 {
            self.take("L"); // as Python 2 wrote it
        }
        match extent {
            Some(extent) if extent < 1 << 53 => Ok(extent),
            _ => refuse("limit", "an extent is beyond 2**53 - 1"),
        }
    }

    fn shape(&mut self) -> Result<Vec<u64>, Refusal> {
        let mut shape = Vec::new();
        let mut comma = true;
        if !self.take("(") {
            return refuse("bad-shape", "the shape is no tuple");
        }
        while !self.take(")") {
            if !comma {
                return refuse("bad-shape", "a comma is missing in the shape");
            }
            if shape.len() == MOST_AXES {
                return refuse("bad-shape", format!("there are more than {MOST_AXES} axes"));
            }
            shape.push(self.extent()?);
            comma = self.take(",");
        }
        if shape.len() == 1 && !comma { refuse("bad-shape", "the shape is a number, no tuple") } else { Ok(shape) }
    }

    fn order(&mut self) -> Result<char, Refusal> {
        match (self.take("True"), self.take("False")) {
            (true, false) => Ok('F'),
            (false, true) => Ok('C'),
            _ => refuse("bad-header-keys", "fortran_order is neither True nor False"),
        }
    }

    fn descr(&mut self) -> Result<&'a [u8], Refusal> {
        self.skip_space();
        match self.rest.first() {
            Some(b'\'' | b'"') => self.string(),
            _ => refuse("bad-dtype", "only types of numbers are read"),
        }
    }
}

/// Reads {'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }: the keys in any order, each once, and no others.
fn read_header(mut text: Text) -> Result<(Vec<u8>, char, Vec<u64>), Refusal> {
    let (mut descr, mut order, mut shape, mut comma) = (None, None, None, true);
    match text.rest.split_first() {
        Some((b'{', rest)) => text.rest = rest,
        _ => return refuse("bad-header-syntax", "the header is no dict"),
    }
    while !text.take("}") {
        if !comma {
            return refuse("bad-header-syntax", "a comma is missing in the header");
        }
        let key = text.string()?;
        text.need(":")?;
        match key {
            b"descr" if descr.is_none() => descr = Some(text.descr()?.to_vec()),
            b"fortran_order" if order.is_none() => order = Some(text.order()?),
            b"shape" if shape.is_none() => shape = Some(text.shape()?),
            _ => return refuse("bad-header-keys", "the header has a key too many"),
        }
        comma = text.take(",");
    }
    text.skip_space();
    if !text.rest.is_empty() {
        return refuse("bad-header-syntax", "something stands behind the header");
    }
    match (descr, order, shape) {
        (Some(descr), Some(order), Some(shape)) => Ok((descr, order, shape)),
        _ => refuse("bad-header-keys", "the header has a key too few"),
    }
}

/// The type as the protocol writes it and the bytes of one number. A type without byte order is written with "|"; NumPy reads "f8" and
/// "=f8" too, as what the machine has.
fn read_dtype(descr: &[u8]) -> Result<(String, u64), Refusal> {
    const KNOWN: [&str; 16] =
        ["b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "f16", "c8", "c16", "c32"];
    let name = match descr {
        [b'<' | b'>' | b'|' | b'=', name @ ..] => name,
        name => name,
    };
    match KNOWN.iter().find(|known| known.as_bytes() == name) {
        Some(known) => {
            let order = if known.ends_with("1") { '|' } else if descr[0] == b'>' { '>' } else { '<' };
            Ok((format!("{order}{known}"), known[1..].parse().unwrap_or(1)))
        }
        None if descr.contains(&b'O') => refuse("unsafe-object", "only types of numbers are read"),
        None => refuse("bad-dtype", "only types of numbers are read"),
    }
}

fn answer(array: &Array) -> String {
    let memory: String = array.memory.iter().map(|byte| format!("{byte:02x}")).collect();
    format!(
        r#"{{"ok":{{"value":{{"dtype":"{}","shape":{:?},"order":"{}","data":{{"hex":"{}"}}}}}}}}"#,
        array.dtype, array.shape, array.order, memory
    )
}

fn finish(code: i32, text: &str) -> ! {
    std::io::stdout().write_all(text.as_bytes()).expect("stdout can be written");
    exit(code)
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let opts = match words[..] {
        ["hello"] => finish(0, HELLO),
        ["decode", "npy", opts] => opts,
        [operation, format, _] => finish(41, &format!("{format}.{operation}")),
        _ => {
            eprintln!("usage: adapter decode npy '{{}}' < file > answer.json");
            exit(2);
        }
    };
    let mut file = Vec::new();
    std::io::stdin().read_to_end(&mut file).expect("stdin can be read");
    match decode(&file, opts) {
        Ok(array) => finish(0, &answer(&array)),
        Err(Refusal(code, why)) => finish(40, &format!("{code} {why}")),
    }
}

//! An adapter for npconform in the exec form, which needs no JSON library: a process for every case.
//!
//!     adapter decode npy '{"opts"}' < file.npy > answer.json
//!
//! Put your codec into `decode`. Until then everything is answered with "unsupported".

use std::io::{Read, Write};
use std::process::exit;

/// Memory as held. The dtype is a type string such as "<f8".
struct Array {
    dtype: String,
    shape: Vec<usize>,
    order: char,
    memory: Vec<u8>,
}

#[allow(dead_code)] // Until `decode` refuses something.
enum No {
    /// A refusal on purpose: one of the protocol's codes, and why.
    Refused(&'static str, String),
    /// What the codec cannot do.
    Unsupported(String),
}

/// Gives the array in a file.
fn decode(format: &str, _file: &[u8], _opts: &str) -> Result<Array, No> {
    Err(No::Unsupported(format!("{format}.decode")))
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [operation, format, opts] = words.as_slice() else {
        eprintln!("usage: adapter decode npy '{{}}' < file > answer.json");
        exit(2);
    };
    let mut input = Vec::new();
    std::io::stdin().read_to_end(&mut input).expect("stdin can be read");
    if operation != "decode" {
        finish(41, &format!("{format}.{operation}"));
    }
    match decode(format, &input, opts) {
        Ok(array) => finish(0, &answer(&array)),
        Err(No::Refused(code, why)) => finish(40, &format!("{code} {why}")),
        Err(No::Unsupported(feature)) => finish(41, &feature),
    }
}

fn finish(code: i32, text: &str) -> ! {
    std::io::stdout().write_all(text.as_bytes()).expect("stdout can be written");
    exit(code)
}

fn answer(array: &Array) -> String {
    let memory: String = array.memory.iter().map(|byte| format!("{byte:02x}")).collect();
    format!(
        r#"{{"ok":{{"value":{{"dtype":"{}","shape":{:?},"order":"{}","data":{{"hex":"{}"}}}}}}}}"#,
        array.dtype, array.shape, array.order, memory
    )
}

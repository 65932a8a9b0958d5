//! A copy of the module in which every function leaves a mark when it is called.

use std::convert::Infallible;

use anyhow::{Result, anyhow};
use wasm_encoder::{
    CodeSection, ConstExpr, Encode, ExportKind, ExportSection, GlobalSection, GlobalType,
    Instruction, ValType,
    reencode::{Error, Reencode, utils},
};
use wasmparser::{ExportSectionReader, FunctionBody, GlobalSectionReader, Parser};

use super::module::Module;

/// The marked copy: each of the module's own functions has a global, which it sets to 1 when it begins, and which is
/// exported as `ran:` with the function's place.
///
/// # Errors
/// When the module has more than this knows.
pub fn marked(module: &Module) -> Result<Vec<u8>> {
    let mut marking = Marking {
        module,
        first: module.globals.len() as u32,
        next: 0,
    };
    let mut out = wasm_encoder::Module::new();
    marking
        .parse_core_module(&mut out, Parser::new(0), module.bytes)
        .map_err(|error| anyhow!("the module could not be copied: {error}"))?;
    Ok(out.finish())
}

struct Marking<'a> {
    module: &'a Module<'a>,
    /// The first mark among the globals.
    first: u32,
    /// The function that comes next.
    next: usize,
}

impl Marking<'_> {
    fn marks(&self) -> impl Iterator<Item = (usize, u32)> {
        (0..self.module.bodies.len()).zip(self.first..)
    }
}

impl Reencode for Marking<'_> {
    type Error = Infallible;

    fn parse_global_section(
        &mut self,
        globals: &mut GlobalSection,
        section: GlobalSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_global_section(self, globals, section)?;
        for _ in self.marks() {
            globals.global(FLAG, &ConstExpr::i32_const(0));
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_export_section(self, exports, section)?;
        for (own, mark) in self.marks() {
            exports.export(&format!("ran:{own}"), ExportKind::Global, mark);
        }
        Ok(())
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        _: FunctionBody<'_>,
    ) -> Result<(), Error> {
        let body = &self.module.bodies[self.next];
        let (variables, instructions) = body.bytes.split_at(body.begins);
        let mut marked = variables.to_vec();
        Instruction::I32Const(1).encode(&mut marked);
        Instruction::GlobalSet(self.first + self.next as u32).encode(&mut marked);
        marked.extend(instructions);
        code.raw(&marked);
        self.next += 1;
        Ok(())
    }
}

/// A global that is 0 or 1.
pub const FLAG: GlobalType = GlobalType {
    val_type: ValType::I32,
    mutable: true,
    shared: false,
};

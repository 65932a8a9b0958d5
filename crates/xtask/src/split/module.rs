//! A module, as far as cutting it in two needs to know it.

use std::{collections::BTreeSet, convert::Infallible, ops::Range};

use anyhow::{Result, anyhow, bail, ensure};
use wasm_encoder::{
    CodeSection, Instruction,
    reencode::{Error, Reencode, utils},
};
use wasmparser::{
    DataKind, ElementItems, ExternalKind, FuncType, FunctionBody, GlobalType, MemoryType, Operator,
    Parser, Payload, TableType, TypeRef,
};

/// A module with one memory, whose functions and globals are its own but for imported functions.
pub struct Module<'a> {
    pub bytes: &'a [u8],
    pub types: Vec<FuncType>,
    /// The types of the functions it imports, which have the first numbers.
    imported: Vec<u32>,
    /// The types of its own functions.
    pub functions: Vec<u32>,
    pub tables: Vec<TableType>,
    pub memory: MemoryType,
    pub globals: Vec<GlobalType>,
    /// Functions that are reached otherwise than by a call: from outside, or through a table.
    pub rooted: BTreeSet<u32>,
    pub bodies: Vec<Body<'a>>,
    /// What the memory begins with.
    pub data: Vec<Data<'a>>,
}

/// Bytes that the memory begins with, from an address on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Data<'a> {
    pub address: u32,
    pub bytes: &'a [u8],
}

/// A function's code, and what it speaks of.
pub struct Body<'a> {
    pub bytes: &'a [u8],
    /// Where, in `bytes`, its instructions begin: the variables it declares stand before them.
    pub begins: usize,
    pub calls: BTreeSet<u32>,
    pub globals: BTreeSet<u32>,
    /// The constants in it that could be addresses.
    pub addresses: BTreeSet<u32>,
    /// It names something that only the module it was made in can name: it must stay there.
    pub stays: bool,
}

impl<'a> Module<'a> {
    /// Reads a module.
    ///
    /// # Errors
    /// When it is none, or has more than this knows.
    pub fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut module = Self {
            bytes,
            types: Vec::new(),
            imported: Vec::new(),
            functions: Vec::new(),
            tables: Vec::new(),
            memory: MemoryType {
                memory64: false,
                shared: false,
                initial: 0,
                maximum: None,
                page_size_log2: None,
            },
            globals: Vec::new(),
            rooted: BTreeSet::new(),
            bodies: Vec::new(),
            data: Vec::new(),
        };
        for payload in Parser::new(0).parse_all(bytes) {
            module.take(payload?)?;
        }
        Ok(module)
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::TypeSection(types) => {
                for group in types {
                    for kind in group?.into_types() {
                        self.types.push(kind.unwrap_func().clone());
                    }
                }
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    match import?.ty {
                        TypeRef::Func(kind) => self.imported.push(kind),
                        other => bail!("it imports {other:?}, which is no function"),
                    }
                }
            }
            Payload::FunctionSection(functions) => {
                for function in functions {
                    self.functions.push(function?);
                }
            }
            Payload::TableSection(tables) => {
                for table in tables {
                    self.tables.push(table?.ty);
                }
            }
            Payload::MemorySection(memories) => {
                ensure!(memories.count() == 1, "it has more than one memory");
                for memory in memories {
                    self.memory = memory?;
                }
            }
            Payload::GlobalSection(globals) => {
                for global in globals {
                    self.globals.push(global?.ty);
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        self.rooted.insert(export.index);
                    }
                }
            }
            Payload::StartSection { func, .. } => _ = self.rooted.insert(func),
            Payload::ElementSection(elements) => {
                for element in elements {
                    let ElementItems::Functions(functions) = element?.items else {
                        bail!("its tables are not filled with functions alone");
                    };
                    for function in functions {
                        self.rooted.insert(function?);
                    }
                }
            }
            Payload::DataSection(segments) => {
                for segment in segments {
                    self.data.push(Data::read(&segment?)?);
                }
            }
            Payload::CodeSectionEntry(code) => self.bodies.push(Body::read(&code, self.bytes)?),
            _ => {}
        }
        Ok(())
    }

    /// How many functions it imports.
    pub fn imported(&self) -> u32 {
        self.imported.len() as u32
    }

    /// The type of a function, imported or its own.
    pub fn type_of(&self, number: u32) -> u32 {
        match self.own(number) {
            Some(own) => self.functions[own],
            None => self.imported[number as usize],
        }
    }

    /// The number of one of its own functions.
    pub fn number(&self, own: usize) -> u32 {
        self.imported() + own as u32
    }

    /// The place among its own functions; `None` for one that is imported.
    pub fn own(&self, number: u32) -> Option<usize> {
        number.checked_sub(self.imported()).map(|own| own as usize)
    }
}

impl<'a> Data<'a> {
    fn read(segment: &wasmparser::Data<'a>) -> Result<Self> {
        if let DataKind::Active { offset_expr, .. } = &segment.kind
            && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
        {
            let address = u32::try_from(value)?;
            let bytes = segment.data;
            return Ok(Self { address, bytes });
        }
        bail!("its memory does not begin with bytes at known addresses alone")
    }

    /// The addresses it fills.
    pub fn places(&self) -> Range<u32> {
        self.address..self.address + self.bytes.len() as u32
    }

    /// The part of it that fills these addresses, if they are any.
    pub fn part(&self, places: Range<u32>) -> Option<Self> {
        let (from, to) = (places.start - self.address, places.end - self.address);
        (from < to).then(|| Self {
            address: places.start,
            bytes: &self.bytes[from as usize..to as usize],
        })
    }
}

impl<'a> Body<'a> {
    fn read(code: &FunctionBody<'a>, module: &'a [u8]) -> Result<Self> {
        let range = here(code.range());
        let operators = code.get_operators_reader()?;
        let mut body = Self {
            bytes: &module[range.clone()],
            begins: operators.original_position() as usize - range.start,
            calls: BTreeSet::new(),
            globals: BTreeSet::new(),
            addresses: Addresses::of(code)?,
            stays: false,
        };
        for operator in operators {
            match operator? {
                Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
                    body.calls.insert(function_index);
                }
                Operator::GlobalGet { global_index } | Operator::GlobalSet { global_index } => {
                    body.globals.insert(global_index);
                }
                Operator::RefFunc { .. }
                | Operator::MemoryInit { .. }
                | Operator::DataDrop { .. }
                | Operator::TableInit { .. }
                | Operator::ElemDrop { .. } => body.stays = true,
                _ => {}
            }
        }
        Ok(body)
    }
}

/// Takes down the constants of a function that could be addresses, while it is copied.
struct Addresses(BTreeSet<u32>);

impl Addresses {
    fn of(code: &FunctionBody) -> Result<BTreeSet<u32>> {
        let mut addresses = Self(BTreeSet::new());
        let copied = addresses.parse_function_body(&mut CodeSection::new(), code.clone());
        copied.map_err(|error| anyhow!("a function could not be read: {error}"))?;
        Ok(addresses.0)
    }
}

impl Reencode for Addresses {
    type Error = Infallible;

    fn instruction<'a>(&mut self, operator: Operator<'a>) -> Result<Instruction<'a>, Error> {
        match operator {
            Operator::I32Const { value } => _ = self.0.insert(value as u32),
            // It may hold two: a text's address and its length.
            Operator::I64Const { value } => self.0.extend([value as u32, (value >> 32) as u32]),
            _ => {}
        }
        utils::instruction(self, operator)
    }

    fn mem_arg(&mut self, place: wasmparser::MemArg) -> Result<wasm_encoder::MemArg, Error> {
        self.0
            .insert(u32::try_from(place.offset).unwrap_or(u32::MAX));
        utils::mem_arg(self, place)
    }
}

fn here(range: Range<u64>) -> Range<usize> {
    range.start as usize..range.end as usize
}

//! Two modules out of one.

use std::{
    collections::{BTreeMap, BTreeSet},
    convert::Infallible,
};

use anyhow::{Result, anyhow};
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType,
    ExportKind, ExportSection, Function, FunctionSection, GlobalSection, ImportSection,
    Instruction, RefType, TableSection, TableType, TypeSection,
    reencode::{Error, Reencode, utils},
};
use wasmparser::{
    DataSectionReader, ExportSectionReader, FunctionBody, FunctionSectionReader,
    GlobalSectionReader, ImportSectionReader, Parser, TableSectionReader, TypeSectionReader,
};

use super::{
    mark::FLAG,
    memory::{self, Object},
    module::{Data, Module},
};

/// The module from which the first part imports its only function without a name: the one that brings the rest.
pub const BRING: &str = "rest";
/// What the first part exports for the rest has a name that begins so.
const SHARED: &str = "-";
/// Set to 1, through this export, once the rest has come.
const CAME: &str = "-came";

/// A function up to this size stays where it is if it calls nobody: its stub would be no smaller.
const TINY_BYTES: usize = 20;

/// The two parts.
pub struct Parts {
    pub first: Vec<u8>,
    pub rest: Vec<u8>,
}

/// Divides a module: the first part has the functions named by their place among the module's own, and those that
/// cannot leave, and of the objects in memory those that these functions need.
///
/// # Errors
/// When the module has more than this knows.
pub fn divide(module: &Module, first: &BTreeSet<usize>, objects: &[Object]) -> Result<Parts> {
    let plan = Plan::new(module, first, objects)?;
    Ok(Parts {
        first: plan.first()?,
        rest: plan.rest()?,
    })
}

/// Who goes where.
struct Plan<'a> {
    module: &'a Module<'a>,
    /// For each function of the module's own, where it is.
    places: Vec<Place>,
    /// Functions of the rest that have a stub, by their place; a stub's slot is its place here.
    slots: Vec<usize>,
    /// What the rest uses of the first part: functions by their number in the whole module, and globals.
    functions: Vec<u32>,
    globals: Vec<u32>,
    /// What the memory begins with, and what the rest adds to it.
    data: Vec<Data<'a>>,
    rest_data: Vec<Data<'a>>,
    /// The type of a function that takes and gives nothing.
    plain: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    First,
    Rest,
}

impl<'a> Plan<'a> {
    fn new(module: &'a Module<'a>, first: &BTreeSet<usize>, objects: &[Object]) -> Result<Self> {
        let bodies = module.bodies.iter().enumerate();
        let places: Vec<Place> = bodies
            .map(|(own, body)| {
                let tiny = body.bytes.len() <= TINY_BYTES && body.calls.is_empty();
                match first.contains(&own) || body.stays || tiny {
                    true => Place::First,
                    false => Place::Rest,
                }
            })
            .collect();
        let in_rest = |number: &u32| {
            module
                .own(*number)
                .is_some_and(|own| places[own] == Place::Rest)
        };
        let (mut called, mut functions, mut globals) =
            (module.rooted.clone(), BTreeSet::new(), BTreeSet::new());
        for (body, place) in module.bodies.iter().zip(&places) {
            match place {
                Place::First => called.extend(&body.calls),
                Place::Rest => {
                    functions.extend(body.calls.iter().filter(|call| !in_rest(call)));
                    globals.extend(&body.globals);
                }
            }
        }
        let slots = called.iter().filter(|call| in_rest(call));
        let slots = slots.filter_map(|call| module.own(*call)).collect();
        let plain = module
            .types
            .iter()
            .position(|it| it.params().is_empty() && it.results().is_empty());
        let here = module.bodies.iter().zip(&places);
        let here = here.filter(|it| *it.1 == Place::First);
        let addresses = here.flat_map(|it| it.0.addresses.iter().copied());
        let (data, rest_data) = memory::divided(&module.data, objects, addresses)?;
        Ok(Self {
            module,
            places,
            slots,
            functions: functions.into_iter().collect(),
            globals: globals.into_iter().collect(),
            data,
            rest_data,
            plain: plain.unwrap_or(module.types.len()) as u32,
        })
    }

    fn first(&self) -> Result<Vec<u8>> {
        // What is imported keeps its number; then comes the one that brings the rest, and the module's own that are here.
        let mut numbers: BTreeMap<u32, u32> =
            (0..self.module.imported()).map(|it| (it, it)).collect();
        let bring = self.module.imported();
        let here = self.places.iter().enumerate();
        let here = here.filter(|(own, place)| **place == Place::First || self.slot(*own).is_some());
        let numbered = here
            .map(|(own, _)| self.module.number(own))
            .zip(bring + 1..);
        numbers.extend(numbered);
        let mut out = wasm_encoder::Module::new();
        let mut part = FirstPart {
            plan: self,
            numbers,
            bring,
            next: 0,
        };
        part.parse_core_module(&mut out, Parser::new(0), self.module.bytes)
            .map_err(|error| anyhow!("the first part could not be made: {error}"))?;
        Ok(out.finish())
    }

    fn slot(&self, own: usize) -> Option<u32> {
        let slot = self.slots.binary_search(&own).ok()?;
        Some(slot as u32)
    }

    /// The table through which stubs call comes after the module's own tables, ...
    fn table(&self) -> u32 {
        self.module.tables.len() as u32
    }

    /// ... and the global that says whether the rest has come after its own globals.
    fn came(&self) -> u32 {
        self.module.globals.len() as u32
    }

    fn table_type(&self) -> TableType {
        let slots = self.slots.len() as u64;
        TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: slots,
            maximum: Some(slots),
            shared: false,
        }
    }

    /// Makes sure that the rest has come, and goes on in the table.
    fn stub(&self, own: usize, slot: u32, bring: u32) -> Function {
        let kind = self.module.functions[own];
        let parameters = self.module.types[kind as usize].params().len() as u32;
        let mut stub = Function::new([]);
        stub.instruction(&Instruction::GlobalGet(self.came()))
            .instruction(&Instruction::I32Eqz)
            .instruction(&Instruction::If(BlockType::Empty))
            .instruction(&Instruction::Call(bring))
            .instruction(&Instruction::End);
        for parameter in 0..parameters {
            stub.instruction(&Instruction::LocalGet(parameter));
        }
        stub.instruction(&Instruction::I32Const(slot as i32))
            .instruction(&Instruction::CallIndirect {
                type_index: kind,
                table_index: self.table(),
            })
            .instruction(&Instruction::End);
        stub
    }

    fn rest(&self) -> Result<Vec<u8>> {
        let module = self.module;
        let own = self.places.iter().enumerate();
        let own: Vec<usize> = own
            .filter(|it| *it.1 == Place::Rest)
            .map(|it| it.0)
            .collect();
        let functions = self.functions.iter().copied();
        let functions = functions.chain(own.iter().map(|own| module.number(*own)));
        let mut part = Rest {
            functions: functions.zip(0..).collect(),
            globals: self.globals.iter().copied().zip(0..).collect(),
        };
        let made = part.sections(self, &own);
        made.map_err(|error| anyhow!("the rest could not be made: {error}"))
    }
}

/// The first part, copied from the whole module.
struct FirstPart<'a> {
    plan: &'a Plan<'a>,
    /// The numbers of functions here, by those in the whole module.
    numbers: BTreeMap<u32, u32>,
    bring: u32,
    /// The body that comes next, by its place among the module's own.
    next: usize,
}

impl Reencode for FirstPart<'_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        Ok(self.numbers[&function])
    }

    fn parse_type_section(
        &mut self,
        types: &mut TypeSection,
        section: TypeSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_type_section(self, types, section)?;
        if self.plan.plain as usize == self.plan.module.types.len() {
            types.ty().function([], []);
        }
        Ok(())
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_import_section(self, imports, section)?;
        imports.import(BRING, "", EntityType::Function(self.plan.plain));
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        _: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let module = self.plan.module;
        for (own, kind) in module.functions.iter().enumerate() {
            if self.numbers.contains_key(&module.number(own)) {
                functions.function(*kind);
            }
        }
        Ok(())
    }

    fn parse_table_section(
        &mut self,
        tables: &mut TableSection,
        section: TableSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_table_section(self, tables, section)?;
        tables.table(self.plan.table_type());
        Ok(())
    }

    fn parse_global_section(
        &mut self,
        globals: &mut GlobalSection,
        section: GlobalSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_global_section(self, globals, section)?;
        globals.global(FLAG, &ConstExpr::i32_const(0));
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_export_section(self, exports, section)?;
        let plan = self.plan;
        exports.export(CAME, ExportKind::Global, plan.came());
        let functions = plan
            .functions
            .iter()
            .map(|it| (ExportKind::Func, self.numbers[it]));
        let globals = plan.globals.iter().map(|it| (ExportKind::Global, *it));
        let tables = (0..=plan.table()).map(|it| (ExportKind::Table, it));
        let memory = [(ExportKind::Memory, 0)].into_iter();
        let all = functions.chain(globals).chain(tables).chain(memory);
        for (place, (kind, number)) in all.enumerate() {
            exports.export(&name(place), kind, number);
        }
        Ok(())
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error> {
        let own = self.next;
        self.next += 1;
        if self.plan.places[own] == Place::First {
            return utils::parse_function_body(self, code, body);
        }
        if let Some(slot) = self.plan.slot(own) {
            code.function(&self.plan.stub(own, slot, self.bring));
        }
        Ok(())
    }

    fn data_count(&mut self, _: u32) -> Result<u32, Error> {
        Ok(self.plan.data.len() as u32)
    }

    fn parse_data_section(
        &mut self,
        data: &mut DataSection,
        _: DataSectionReader<'_>,
    ) -> Result<(), Error> {
        *data = section(&self.plan.data);
        Ok(())
    }
}

/// The rest, made anew.
struct Rest {
    /// The numbers of functions and globals here, by those in the whole module.
    functions: BTreeMap<u32, u32>,
    globals: BTreeMap<u32, u32>,
}

impl Reencode for Rest {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        Ok(self.functions[&function])
    }

    fn global_index(&mut self, global: u32) -> Result<u32, Error> {
        Ok(self.globals[&global])
    }
}

impl Rest {
    fn sections(&mut self, plan: &Plan, own: &[usize]) -> Result<Vec<u8>, Error> {
        let module = plan.module;
        let mut types = TypeSection::new();
        for kind in &module.types {
            types.ty().func_type(&self.func_type(kind.clone())?);
        }
        let imports = self.imports(plan)?;
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        for own in own {
            functions.function(module.functions[*own]);
            let reader = wasmparser::BinaryReader::new(module.bodies[*own].bytes, 0);
            self.parse_function_body(&mut code, FunctionBody::new(reader))?;
        }
        let slots = plan.slots.iter();
        let slots: Vec<u32> = slots
            .map(|own| self.functions[&module.number(*own)])
            .collect();
        let mut elements = ElementSection::new();
        elements.active(
            Some(plan.table()),
            &ConstExpr::i32_const(0),
            Elements::Functions(slots.into()),
        );
        let mut out = wasm_encoder::Module::new();
        out.section(&types)
            .section(&imports)
            .section(&functions)
            .section(&elements)
            .section(&code)
            .section(&section(&plan.rest_data));
        Ok(out.finish())
    }

    /// What the first part exports for it, in the same order.
    fn imports(&mut self, plan: &Plan) -> Result<ImportSection, Error> {
        let module = plan.module;
        let mut kinds = Vec::new();
        for function in &plan.functions {
            kinds.push(EntityType::Function(module.type_of(*function)));
        }
        for global in &plan.globals {
            kinds.push(self.global_type(module.globals[*global as usize])?.into());
        }
        for table in &module.tables {
            kinds.push(self.table_type(*table)?.into());
        }
        kinds.push(plan.table_type().into());
        kinds.push(self.memory_type(module.memory)?.into());
        let mut imports = ImportSection::new();
        for (place, kind) in kinds.into_iter().enumerate() {
            imports.import("", &name(place), kind);
        }
        Ok(imports)
    }
}

fn section(data: &[Data]) -> DataSection {
    let mut section = DataSection::new();
    for piece in data {
        let address = ConstExpr::i32_const(piece.address as i32);
        section.active(0, &address, piece.bytes.iter().copied());
    }
    section
}

/// The name of what is shared: short, for there are hundreds.
fn name(place: usize) -> String {
    format!("{SHARED}{}", radix(place))
}

/// A number in 36 digits.
fn radix(mut number: usize) -> String {
    let mut digits = Vec::new();
    loop {
        digits.extend(char::from_digit(number as u32 % 36, 36));
        number /= 36;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

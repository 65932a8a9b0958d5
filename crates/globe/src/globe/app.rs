//! Where the application works.

use base::{RegionId, SimSpan};
use world::{Command, Load};

use super::{Booked, Globe};
use crate::app::App;
use crate::command::GlobalRefusal;
use crate::event::GlobalEvent;
use crate::names::DatabaseId;

impl Globe {
    /// The application, if one works.
    pub fn app(&self) -> Option<App> {
        self.app
    }

    /// Where the name leads that the application uses.
    fn app_leads_to(&self) -> Option<RegionId> {
        let app = self.app?;
        let named = app
            .through
            .unwrap_or(self.databases[DatabaseId(0)].endpoint);
        self.region(named).map(|region| region.id)
    }

    pub(super) fn start_app(
        &mut self,
        load: Load,
        through: Option<RegionId>,
    ) -> Result<(), GlobalRefusal> {
        load.check().map_err(GlobalRefusal::Load)?;
        self.stop_where_it_works();
        self.app = Some(App {
            load,
            through,
            at: None,
        });
        self.note(None, GlobalEvent::AppPointed { through });
        self.turn_app();
        Ok(())
    }

    pub(super) fn stop_app(&mut self) -> Result<(), GlobalRefusal> {
        if self.app.is_none() {
            return Err(GlobalRefusal::NoApp);
        }
        self.stop_where_it_works();
        self.app = None;
        self.note(None, GlobalEvent::AppStopped);
        Ok(())
    }

    pub(super) fn point_app(&mut self, through: Option<RegionId>) -> Result<(), GlobalRefusal> {
        let Some(app) = &mut self.app else {
            return Err(GlobalRefusal::NoApp);
        };
        app.through = through;
        self.note(None, GlobalEvent::AppPointed { through });
        self.turn_app();
        Ok(())
    }

    fn stop_where_it_works(&mut self) {
        let at = self.app.as_mut().and_then(|app| app.at.take());
        if let Some(at) = at.filter(|at| self.region(*at).is_some()) {
            self.tell(at, |world| {
                let _ = world.give(&Command::StopLoad {});
            });
        }
    }

    /// A name leads elsewhere: the application will find out when what it knows of it is too old.
    pub(super) fn name_moved(&mut self) {
        if self.app.is_some() {
            let ttl = u64::from(self.config.ttl_millis);
            let due = self.now + SimSpan::from_millis(ttl);
            self.agenda.book(due, Booked::LookUp);
        }
    }

    /// The application looks its name up, and turns to where it leads.
    pub(super) fn turn_app(&mut self) {
        let Some(app) = self.app else { return };
        let leads_to = self.app_leads_to();
        if leads_to == app.at {
            return;
        }
        self.stop_where_it_works();
        let Some(to) = leads_to else { return };
        self.tell(to, |world| {
            let _ = world.give(&Command::StartLoad(app.load));
        });
        if let Some(app) = &mut self.app {
            app.at = Some(to);
        }
        self.note(None, GlobalEvent::AppTurned { region: to });
    }
}

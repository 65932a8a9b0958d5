//! What a change of the primary would bring about: copies of the run go ahead, and say.
//!
//! Nothing is estimated. For each Region that could take over and for each way there is, a clone of the globe gets the command
//! and goes on until the Region leads and the name leads there; what was lost on the way stands in the clone's
//! journal.

use base::{Phrase, SimSpan, SimTime};
use globe::{DatabaseId, GlobalCommand, Globe};
use lessons::phrase_of_global_refusal;
use scene::{Forecast, Outlook};

use crate::Session;

/// The furthest a copy looks ahead `[choice]`.
const AHEAD: SimSpan = SimSpan::from_millis(900_000);

/// One change, tried on a copy.
#[derive(Clone, Debug)]
struct Trial {
    forecast: Forecast,
    /// The copy, while it is under way.
    copy: Option<Box<Globe>>,
    limit: SimTime,
}

/// All of them.
#[derive(Clone, Debug)]
pub(crate) struct Planner {
    trials: Vec<Trial>,
}

impl Planner {
    fn new(globe: &Globe) -> Planner {
        let targets = globe.secondaries_of(DatabaseId(0)).into_iter();
        let commands = targets.flat_map(|to| {
            let allow_data_loss = true;
            let failover = GlobalCommand::Failover {
                to,
                allow_data_loss,
            };
            [(to, GlobalCommand::Switchover { to }), (to, failover)]
        });
        let trial = |(to, command): (_, GlobalCommand)| {
            let mut copy = globe.clone();
            let given = copy.give(&command);
            let outlook = match &given {
                Ok(()) => Outlook::UnderWay,
                Err(refusal) => Outlook::Refused(phrase_of_global_refusal(refusal)),
            };
            Trial {
                forecast: Forecast {
                    to,
                    planned: matches!(command, GlobalCommand::Switchover { .. }),
                    command,
                    outlook,
                },
                copy: given.is_ok().then(|| Box::new(copy)),
                limit: globe.now() + AHEAD,
            }
        };
        Planner {
            trials: commands.map(trial).collect(),
        }
    }

    pub fn forecasts(&self) -> Vec<Forecast> {
        let all = self.trials.iter();
        all.map(|trial| trial.forecast.clone()).collect()
    }

    /// Lets the copies go on by so many things. Returns whether there was anything to do.
    fn go_on(&mut self, mut budget: u64) -> bool {
        let mut went = false;
        for trial in &mut self.trials {
            let Some(copy) = &mut trial.copy else {
                continue;
            };
            went = true;
            let to = trial.forecast.to;
            let arrived =
                |copy: &Globe| copy.change().is_none() && copy.endpoint(DatabaseId(0)) == Some(to);
            while budget > 0 && !arrived(copy) {
                budget -= 1;
                if !copy.step_until(trial.limit) {
                    break;
                }
            }
            if budget > 0 {
                trial.forecast.outlook = if arrived(copy) {
                    scene::outlook(copy)
                } else {
                    Outlook::Refused(Phrase::new("plan-not-within").with("within", AHEAD))
                };
                trial.copy = None;
            }
        }
        went
    }
}

impl Session {
    /// Compares what changes of the primary would bring about from here, or stops.
    pub(crate) fn plan(&mut self, on: bool) -> Result<(), Phrase> {
        let globe = self.globe().ok_or(Phrase::new("problem-nothing-there"))?;
        self.planner = on.then(|| Planner::new(globe));
        if on {
            self.stop_pursuing();
            self.clock.playing = false;
        }
        Ok(())
    }

    pub(crate) fn go_on_planning(&mut self, budget: u64) -> bool {
        let planner = self.planner.as_mut();
        planner.is_some_and(|planner| planner.go_on(budget))
    }

    /// Whether copies of the run are still on their way.
    pub fn is_planning(&self) -> bool {
        let planner = self.planner.as_ref();
        planner.is_some_and(|it| it.trials.iter().any(|trial| trial.copy.is_some()))
    }
}

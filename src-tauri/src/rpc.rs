//! The one command of the page: a name and a request, handed to the desk.

use std::sync::Arc;

use desk::wire::FailureView;
use desk::words::Words;
use desk::{Desk, Failure};
use serde_json::Value;
use tauri::State;

/// Asks the desk. Its work blocks (disk, printing, dialogs), so it is handed to a thread made for that.
#[tauri::command]
pub(crate) async fn rpc(desk: State<'_, Arc<Desk>>, command: String, request: Value) -> Result<Value, FailureView> {
    let desk = Arc::clone(&desk);
    // The desk contains panics itself; a task that is lost all the same must still answer, or the page waits for ever.
    match tauri::async_runtime::spawn_blocking(move || desk.call(&command, &request)).await {
        Ok(answer) => answer,
        Err(_lost) => Err(Failure::Panicked.view(&Words::en_gb())),
    }
}
